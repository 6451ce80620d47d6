// One PostgreSQL for the whole run, started by the first project that needs it.
import { startPostgres } from './postgres.mjs';

export default async function setup() {
  globalThis.clearlineTestServers ??= { uses: 0 };
  const servers = globalThis.clearlineTestServers;
  servers.uses += 1;
  servers.postgres ??= startPostgres();
  process.env.CLEARLINE_TEST_DATABASE_URL = (await servers.postgres).url;
}
