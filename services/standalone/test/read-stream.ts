import type { TestStandalone } from './open-test-standalone.js';

/** What a stream sends until something is in it, behind an event or from the present on. */
export async function readStream(
  product: TestStandalone,
  name: string,
  { token, behind, until }: { token: string; behind?: string; until: string },
): Promise<string> {
  const abort = new AbortController();
  const response = await fetch(new URL(`/api/v1/streams/${name}`, product.services.url), {
    headers: { authorization: `Bearer ${token}`, ...(behind && { 'last-event-id': behind }) },
    signal: AbortSignal.any([abort.signal, AbortSignal.timeout(60_000)]),
  });
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of response.body!) {
    text += decoder.decode(chunk as Uint8Array, { stream: true });
    if (text.includes(until)) break;
  }
  abort.abort();
  if (!text.includes(until)) throw new Error(`${response.status}, the stream ended: ${text}`);
  return text;
}
