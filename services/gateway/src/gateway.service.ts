import type { ServiceDefinition } from '#eventing';
import { createTokenVerifier } from '#platform';
import type { ApiKeyLookup, Database, PlatformConfig, TokenVerifier } from '#platform';
import { AccessCache } from './access/access-cache.js';
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

/** Sign-in for every service in the gateway's process: tokens not given back, and API keys. */
export async function openAccess(
  config: PlatformConfig,
  database: Database,
): Promise<{ verifier: TokenVerifier; apiKeys: ApiKeyLookup }> {
  const cache = cacheOf(database);
  await cache.start();
  return { verifier: cache.guard(createTokenVerifier(config)), apiKeys: cache };
}
