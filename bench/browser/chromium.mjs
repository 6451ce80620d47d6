// A browser and its pages, each signed in as somebody.
import { chromium } from 'playwright-core';
import { findChromium } from '../../scripts/find-chromium.mjs';

/** @returns `open`, a page of the console as somebody sees it; `close` */
export async function openBrowser({ url, password }) {
  const executablePath = findChromium();
  if (!executablePath) {
    throw new Error('no browser: put chromium on PATH, or name it in CLEARLINE_CHROMIUM');
  }
  const browser = await chromium.launch({ executablePath });
  return {
    close: () => browser.close(),
    /** A context of its own: nothing is in its cache. `prepare` is called before the page goes to `path`. */
    async open(username, path, prepare = async () => undefined) {
      const context = await browser.newContext({
        baseURL: url,
        locale: 'en',
        viewport: { width: 1920, height: 1080 },
      });
      context.setDefaultTimeout(60_000);
      const signedIn = await context.request.post('/api/v1/session', {
        data: { username, password },
      });
      if (!signedIn.ok()) throw new Error(`${username} cannot sign in: ${await signedIn.text()}`);
      const page = await context.newPage();
      const devTools = await context.newCDPSession(page);
      await prepare(page, devTools);
      await page.goto(`/app/${path}`, { waitUntil: 'commit' });
      return { page, devTools, close: () => context.close() };
    },
  };
}

/**
 * By how much the page's clock is ahead of this process's, in ms: the quickest of many questions, halfway between
 * asking and the answer. Both count from 1970 by clocks that only go forward.
 */
export async function clockOffset(page) {
  const now = () => performance.timeOrigin + performance.now();
  let best = { tripMs: Infinity, offset: 0 };
  for (let i = 0; i < 50; i += 1) {
    const asked = now();
    const there = await page.evaluate(() => performance.timeOrigin + performance.now());
    const answered = now();
    const tripMs = answered - asked;
    if (tripMs < best.tripMs) best = { tripMs, offset: there - (asked + answered) / 2 };
  }
  return best;
}
