import type { ServiceDefinition } from '#eventing';
import { createTokenVerifier } from '#platform';
import type { ApiKeyLookup, Database, PlatformConfig, SignIns, TokenVerifier } from '#platform';
import { AccessCache } from './access/access-cache.js';
import { createFirstAdmin, markInstallation } from './access/first-accounts.js';
import { GatewayModule } from './gateway.module.js';
import { gatewayMigrations } from './migrations.js';

const caches = new WeakMap<Database, AccessCache>();
function cacheOf(database: Database): AccessCache {
  let cache = caches.get(database);
  if (!cache) caches.set(database, (cache = new AccessCache(database)));
  return cache;
}

/** The edge: sign-in, users, keys, and the descriptions of the API. */
export const gatewayService: ServiceDefinition = {
  name: 'gateway',
  migrations: gatewayMigrations,
  subscribes: [],
  writesEvents: false,
  module: (runtime) => GatewayModule.register(runtime, cacheOf(runtime.database)),
};

/** Sign-in for every service in the gateway's process: tokens not given back, API keys, and streams that end with either. */
export async function openAccess(
  config: PlatformConfig,
  database: Database,
): Promise<{ verifier: TokenVerifier; apiKeys: ApiKeyLookup; signIns: SignIns }> {
  const cache = cacheOf(database);
  await cache.start();
  return { verifier: cache.guard(createTokenVerifier(config)), apiKeys: cache, signIns: cache };
}

/**
 * Sign-in of an edge on its own database: makes the first administrator when there is nobody, and
 * prints a password that it made, this once.
 */
export async function openEdge(
  config: PlatformConfig,
  database: Database,
): ReturnType<typeof openAccess> {
  const password = await createFirstAdmin(database, config.adminPassword);
  await markInstallation(database, 'real');
  if (password !== undefined) {
    process.stdout.write(`First log-in: admin, password: ${password} (shown once)\n`);
  }
  return openAccess(config, database);
}
