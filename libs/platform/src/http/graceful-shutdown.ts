import type { Server } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { INestApplication } from '@nestjs/common';
import type { Logger } from '../create-logger.js';
import type { HealthRegistry } from '../health/health-registry.js';

const graceMs = 10_000;
/** Whatever has not ended by itself: after this long the sockets are cut. */
const requestsMs = 3_000;
const sweepMs = 50;
/** What is left of the grace is for pools and the embedded database. */
const modulesMs = 7_000;
/** A terminal signals everything in front of it, and npm passes on what it hears: two signals of one wish. */
const sameWishMs = 1_000;

export interface ShutdownOptions {
  app: Pick<INestApplication, 'close' | 'getHttpServer'>;
  health: HealthRegistry;
  logger: Logger;
  /** After the app is closed: pools, telemetry, the embedded database. */
  last?: () => Promise<void>;
}

/**
 * On SIGINT or SIGTERM: closeInOrder, then exit code 0. After 10 s, or at another signal more than a second later, or
 * when something failed to close, exit code 1.
 */
export function stopOnSignals(options: ShutdownOptions): void {
  const { logger } = options;
  let stoppingSince: number | undefined;
  const stop = (signal: NodeJS.Signals) => {
    const now = performance.now();
    if (stoppingSince !== undefined) {
      if (now - stoppingSince > sameWishMs) process.exit(1);
      return;
    }
    stoppingSince = now;
    logger.info({ signal }, 'stopping');
    setTimeout(() => {
      logger.error({ graceMs }, 'stopping took too long');
      process.exit(1);
    }, graceMs).unref();
    void closeInOrder(options).then(
      () => process.exit(0),
      (error: unknown) => {
        logger.error({ error: String(error) }, 'stopping failed');
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

/**
 * Not ready any more; no new connections; running requests finish, streams are cut after 3 s; modules
 * close within 7 s; then `last`, also when the modules failed or hang: an orphaned database is worse.
 * Rejects with what failed.
 */
export async function closeInOrder(
  options: ShutdownOptions,
  limits = { requestsMs, modulesMs },
): Promise<void> {
  const { app, health, last } = options;
  health.stop();
  const server = app.getHttpServer() as Partial<Server>;
  const cut = setTimeout(() => server.closeAllConnections?.(), limits.requestsMs);
  // Connections of requests and streams that end meanwhile would be kept alive until then.
  const sweep = setInterval(() => server.closeIdleConnections?.(), sweepMs);
  const giveUp = new AbortController();
  const late = delay(limits.modulesMs, undefined, { signal: giveUp.signal }).then(() => {
    throw new Error('The modules did not close in time');
  });
  // Aborting the timer rejects it; the race has been decided by then.
  late.catch(() => undefined);
  try {
    await Promise.race([app.close(), late]);
  } finally {
    clearTimeout(cut);
    clearInterval(sweep);
    giveUp.abort();
    await last?.();
  }
}
