import { createHash } from 'node:crypto';
import { request } from 'node:http';
import type { ClientRequest } from 'node:http';
import type { AttachmentView } from '#contracts';
import { waitFor } from '#testing';
import type { Answer, TestStandalone } from './open-test-standalone.js';
import { sampleComplaint } from './samples.js';

/** A picture as far as anybody looks at it, the same for the same seed. */
export function picture(bytes: number, seed = 1): Buffer<ArrayBuffer> {
  const content = Buffer.alloc(bytes);
  let block = createHash('sha256').update(String(seed)).digest();
  for (let at = 0; at < bytes; at += block.length) {
    block.copy(content, at);
    block = createHash('sha256').update(block).digest();
  }
  content.set([0xff, 0xd8, 0xff]);
  return content;
}

export const named = (name: string) => ({
  'content-type': 'image/jpeg',
  'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
});

/** Files of cases as a client sends and reads them. */
export function fileClient(product: TestStandalone) {
  const tokens = new Map<string, string>();
  const tokenOf = async (username: string) => {
    const signIn = { username, password: 'clearline-demo' };
    const known =
      tokens.get(username) ??
      String((await product.call('', 'POST', '/api/v1/login', signIn)).body['token']);
    tokens.set(username, known);
    return known;
  };
  return {
    async openCase(changes: object = {}): Promise<string> {
      const body = { ...sampleComplaint, ...changes };
      const filed = await product.call('agent', 'POST', '/api/v1/complaints', body);
      const id = String(filed.body['caseId']);
      const isOpen = async () =>
        (await product.call('agent', 'GET', `/api/v1/cases/${id}`)).status === 200;
      await waitFor(isOpen, { timeoutMs: 30_000, describe: 'the case' });
      return id;
    },
    attach: (caseId: string, content: Buffer, headers: object, as = 'agent'): Promise<Answer> =>
      product.send(as, `/api/v1/cases/${caseId}/attachments`, content, headers),
    /**
     * Sends the beginning of a file; its end comes when the caller says so, or never. `fetch` would open another
     * connection in place of one that it breaks off, and that would hold the stop of the product.
     */
    async begin(caseId: string, beginning: Buffer, headers: object): Promise<ClientRequest> {
      const url = new URL(`/api/v1/cases/${caseId}/attachments`, product.services.url);
      const authorization = `Bearer ${await tokenOf('agent')}`;
      const sending = request(url, { method: 'POST', headers: { authorization, ...headers } });
      sending.once('error', () => undefined).write(beginning);
      return sending;
    },
    async list(caseId: string, as = 'agent'): Promise<AttachmentView[]> {
      const { body } = await product.call(as, 'GET', `/api/v1/cases/${caseId}/attachments`);
      return body['items'] as AttachmentView[];
    },
    /** A request whose body or answer is no JSON. */
    async fetch(as: string, path: string, init: RequestInit & { duplex?: 'half' } = {}) {
      const authorization = `Bearer ${await tokenOf(as)}`;
      const headers = { authorization, ...(init.headers as Record<string, string>) };
      return fetch(new URL(path, product.services.url), { ...init, headers });
    },
    command: (as: string, caseId: string, name: string, body: object) =>
      product.call(as, 'POST', `/api/v1/cases/${caseId}/commands/${name}`, body),
  };
}
