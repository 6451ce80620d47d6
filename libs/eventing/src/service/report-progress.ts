import type { ConsumerProgress } from '#contracts';
import type { LogLag } from '../transport/transport-options.js';
import type { ServiceRuntime } from './service-definition.js';

/** Tells, to whoever may know, how far a consumer of this process is behind what was written. */
export function reportProgress(
  { service, config, clock, health }: ServiceRuntime,
  work: ConsumerProgress['work'],
  lags: () => Promise<readonly LogLag[]>,
): void {
  const engine = config.engine === 'embedded' ? 'embedded' : 'kafka';
  health.progress.add({
    service,
    read: async () => ({
      consumers: [{ service, work, engine, ...progressOf(await lags(), clock.now()) }],
    }),
  });
}

/** What is unread in all logs together, and the age of the oldest of it at `now`, where that is known. */
export function progressOf(
  lags: readonly LogLag[],
  now: number,
): Pick<ConsumerProgress, 'behind' | 'oldestSeconds' | 'logs'> {
  const oldest = lags.flatMap(({ oldestAt }) => oldestAt ?? []);
  return {
    behind: lags.reduce((sum, { pending }) => sum + pending, 0),
    // A clock that was set back makes nothing younger than new.
    oldestSeconds: oldest.length === 0 ? null : Math.max(0, now - Math.min(...oldest)) / 1_000,
    logs: lags.map(({ log, pending }) => ({ log, behind: pending })),
  };
}
