import { waitFor } from '#testing';
import type { TestStandalone } from './open-test-standalone.js';

export interface OpenStream {
  status: number;
  isOpen(): boolean;
  /** Waits for its end: in order, as one that was cut is a failure. */
  end(): Promise<void>;
  leave(): void;
}

/** A second until a sign-in is looked at again, and what a busy machine takes beside. */
const soonMs = 5_000;

/** Opens a stream and reads it until it ends. */
export async function openStream(
  product: TestStandalone,
  token: string,
  name: string,
): Promise<OpenStream> {
  const abort = new AbortController();
  const response = await fetch(new URL(`/api/v1/streams/${name}`, product.services.url), {
    headers: { authorization: `Bearer ${token}` },
    signal: abort.signal,
  });
  let isOpen = true;
  const text = response.text().finally(() => (isOpen = false));
  text.catch(() => undefined);
  return {
    status: response.status,
    isOpen: () => isOpen,
    async end() {
      await waitFor(() => !isOpen, { timeoutMs: soonMs, describe: `the end of ${name}` });
      await text;
    },
    leave: () => abort.abort(),
  };
}
