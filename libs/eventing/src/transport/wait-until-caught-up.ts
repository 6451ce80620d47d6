import { setTimeout as delay } from 'node:timers/promises';
import type { LagReport } from './transport-options.js';

/**
 * Waits until nothing is pending in two successive looks: a consumer's own events may feed another one.
 * @throws Error after `timeoutMs` (default 30 s), naming what is pending
 */
export async function waitUntilCaughtUp(
  transports: readonly { lag(): Promise<LagReport> }[],
  options: { timeoutMs?: number } = {},
): Promise<void> {
  const deadline = Date.now() + (options.timeoutMs ?? 30_000);
  for (let quiet = 0; quiet < 2;) {
    const reports = await Promise.all(transports.map((transport) => transport.lag()));
    const behind = reports.filter(({ pending }) => pending > 0);
    quiet = behind.length === 0 ? quiet + 1 : 0;
    if (behind.length > 0 && Date.now() > deadline) {
      const parts = behind.map(({ service, pending }) => `${service}: ${pending}`);
      throw new Error(`still pending after the wait: ${parts.join(', ')}`);
    }
    if (quiet < 2) await delay(behind.length === 0 ? 5 : 25);
  }
}
