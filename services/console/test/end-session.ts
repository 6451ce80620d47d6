import type { Page } from 'playwright-core';

/**
 * Ends the session of a page from elsewhere, as another tab or an administrator would: the page itself learns nothing
 * of it, and its browser still has the cookie.
 */
export async function endSession(page: Page): Promise<void> {
  const address = new URL('/api/v1/session', page.url());
  const [cookie] = await page.context().cookies();
  const headers = { cookie: `${cookie!.name}=${cookie!.value}` };
  const { csrf } = (await (await fetch(address, { headers })).json()) as { csrf: string };
  const init = { method: 'DELETE', headers: { ...headers, 'x-clearline-csrf': csrf } };
  const { status } = await fetch(address, init);
  if (status !== 204) throw new Error(`the session was not ended: ${status}`);
}
