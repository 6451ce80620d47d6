import { createServer } from 'node:net';

/**
 * Rejects with `EADDRINUSE` or `EACCES` where a server could not listen, so that a start ends before anything
 * else runs. Port 0 is always free.
 */
export function requireFreePort(port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}
