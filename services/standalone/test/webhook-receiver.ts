import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  headers: Record<string, string>;
  body: string;
}

/** A receiver of webhooks that keeps what it was sent and answers as it is told; `hang` never does. */
export async function startReceiver(answer: number | 'hang' | { redirectTo: string } = 200) {
  const received: Received[] = [];
  const receiver = { answer, received, url: '', close: () => Promise.resolve() };
  const respond = (response: ServerResponse) => {
    const { answer: now } = receiver;
    if (now === 'hang') return;
    if (typeof now === 'number') response.writeHead(now).end('thank you');
    else response.writeHead(302, { location: now.redirectTo }).end();
  };
  const server = createServer((request: IncomingMessage, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const headers = request.headers as Record<string, string>;
      received.push({ headers, body: Buffer.concat(chunks).toString('utf8') });
      respond(response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  receiver.url = `http://localhost:${(server.address() as AddressInfo).port}/hook`;
  receiver.close = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(() => resolve()));
  };
  return receiver;
}
export type Receiver = Awaited<ReturnType<typeof startReceiver>>;
