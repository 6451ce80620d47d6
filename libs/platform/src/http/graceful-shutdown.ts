import type { INestApplication } from '@nestjs/common';
import type { Logger } from '../create-logger.js';
import type { HealthRegistry } from '../health/health-registry.js';

const graceMs = 10_000;

export interface ShutdownOptions {
  app: Pick<INestApplication, 'close'>;
  health: HealthRegistry;
  logger: Logger;
  /** After the app is closed: pools, telemetry, the embedded database. */
  last?: () => Promise<void>;
}

/**
 * On SIGINT or SIGTERM: not ready any more, no new connections, running requests and batches finish,
 * modules close, then the rest; exit code 0. After 10 s, or at a second signal, exits with 1.
 */
export function stopOnSignals(options: ShutdownOptions): void {
  const { app, health, logger, last } = options;
  let stopping = false;
  const stop = (signal: NodeJS.Signals) => {
    if (stopping) process.exit(1);
    stopping = true;
    logger.info({ signal }, 'stopping');
    health.stop();
    setTimeout(() => {
      logger.error({ graceMs }, 'stopping took too long');
      process.exit(1);
    }, graceMs).unref();
    void closeAll().then(
      () => process.exit(0),
      (error: unknown) => {
        logger.error({ error: String(error) }, 'stopping failed');
        process.exit(1);
      },
    );
  };
  const closeAll = async () => {
    try {
      await app.close();
    } finally {
      // Also after a module that failed to close: an orphaned database is worse.
      await last?.();
    }
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}
