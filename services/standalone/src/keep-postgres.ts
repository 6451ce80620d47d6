import { findEmbeddedPostgres, startEmbeddedPostgres } from '#platform';
import type { Logger } from '#platform';
import { InstallationError } from './installation-error.js';

const lookEveryMs = 1_000;

interface KeptPostgres {
  url: string;
  stop(): Promise<void>;
}

const alreadyRuns = (dataDir: string, pid?: number) =>
  `process ${pid} is at work on ${dataDir} already; stop it, or choose another CLEARLINE_DATA`;

/**
 * The embedded PostgreSQL, started again when it dies while this process lives: nobody else would. The
 * services' pools connect anew by themselves, since it comes back at the same address.
 * @throws InstallationError when another process runs on this data: two would take turns at each log
 */
export async function keepPostgres(dataDir: string, log: Logger): Promise<KeptPostgres> {
  let server = await startEmbeddedPostgres({ dataDir, log });
  if (server.origin === 'joined')
    throw new InstallationError(alreadyRuns(dataDir, server.ownerPid));
  const { url } = server;
  let isStopping = false;
  let looking: Promise<void> = Promise.resolve();
  const look = async () => {
    const found = await findEmbeddedPostgres(dataDir);
    if (found?.running || isStopping) return;
    server = await startEmbeddedPostgres({ dataDir, log });
    // A server whose process is there was only too busy to answer; it is not ended by us.
    if (server.origin === 'started') log.error('the database was gone; it is started again');
    else log.warn('the database took long to answer');
    if (server.url === url) return;
    log.fatal('the database came back at another address; this process ends to be started anew');
    process.exit(1);
  };
  let isLooking = false;
  const timer = setInterval(() => {
    if (isLooking) return;
    isLooking = true;
    looking = look()
      .catch((error: unknown) => log.error({ err: error }, 'the database did not come back yet'))
      .finally(() => {
        isLooking = false;
      });
  }, lookEveryMs);
  timer.unref();
  return {
    url,
    async stop() {
      isStopping = true;
      clearInterval(timer);
      await looking;
      await server.stop();
    },
  };
}
