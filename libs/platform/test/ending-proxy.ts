import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** `ReadyForQuery`, outside of a transaction: the last message that a new connection gets. */
const ready = Buffer.from([0x5a, 0, 0, 0, 5, 0x49]);

export interface EndingProxy {
  url: string;
  /** Cuts what is connected; the next connection that is made ends as soon as it is ready. */
  endNext(): void;
  /** How many connections were ended so. */
  ended(): number;
  close(): Promise<void>;
}

/** Stands before a database and ends connections as an administrator does. */
export async function startEndingProxy(databaseUrl: string): Promise<EndingProxy> {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let isEndingNext = false;
  let ended = 0;
  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket)).on('error', () => undefined);
    }
    let isEnding = isEndingNext;
    isEndingNext = false;
    near.pipe(far);
    far.on('data', (chunk) => {
      if (!isEnding || !chunk.subarray(-ready.length).equals(ready)) return void near.write(chunk);
      isEnding = false;
      ended += 1;
      near.end(Buffer.concat([chunk, fatal()]));
    });
    far.on('end', () => near.end());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = new URL(databaseUrl);
  url.hostname = '127.0.0.1';
  url.search = '';
  url.port = String((server.address() as AddressInfo).port);
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: url.toString(),
    endNext: () => {
      isEndingNext = true;
      cut();
    },
    ended: () => ended,
    close: async () => {
      cut();
      server.close();
      await once(server, 'close');
    },
  };
}

/** `ErrorResponse`, as the server writes it when it ends a connection. */
function fatal(): Buffer {
  const fields = ['SFATAL', 'VFATAL', 'C57P01', 'Mterminating connection'];
  const body = Buffer.from(`${fields.map((field) => `${field}\0`).join('')}\0`);
  const head = Buffer.alloc(5, 'E');
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}
