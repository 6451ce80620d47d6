import type { PresenceView } from '#contracts';
import type { TestStandalone } from './open-test-standalone.js';

/** Follows who is at a case, signed in as the manager. */
export async function followPresence(product: TestStandalone, caseId: string) {
  const abort = new AbortController();
  const signIn = { username: 'manager', password: 'clearline-demo' };
  const { body } = await product.call('', 'POST', '/api/v1/login', signIn);
  const url = new URL(`/api/v1/streams/presence?case=${caseId}`, product.services.url);
  const headers = { authorization: `Bearer ${String(body['token'])}` };
  const response = await fetch(url, { headers, signal: abort.signal });
  const reader = response.body!.getReader();
  const decoder = new TextDecoder();
  let text = '';
  return {
    /** Reads on until the next telling is of these people; another one is a failure. */
    async until(expected: string): Promise<void> {
      for (;;) {
        const end = text.indexOf('\n\n');
        if (end < 0) {
          text += decoder.decode((await reader.read()).value, { stream: true });
          continue;
        }
        const [block, rest] = [text.slice(0, end), text.slice(end + 2)];
        text = rest;
        const data = block.split('\ndata: ')[1];
        if (data === undefined) continue;
        const { viewers } = JSON.parse(data) as PresenceView;
        const found = viewers.map(({ username, doing }) => `${username} ${doing}`).join(', ');
        if (found !== expected) throw new Error(`told of "${found}", not of "${expected}"`);
        return;
      }
    },
    end: () => abort.abort(),
  };
}
