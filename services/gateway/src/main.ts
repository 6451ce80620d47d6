import { bootServices } from '#eventing';
import { ConfigError, readPlatformConfig } from '#platform';
import { gatewayService, openEdge } from './gateway.service.js';

const config = readPlatformConfig();
const { databaseUrl } = config;
if (!databaseUrl) throw new ConfigError(['a service of its own needs DATABASE_URL']);
await bootServices(
  [gatewayService],
  { ...config, databaseUrl },
  {
    defaultHost: '0.0.0.0',
    access: (databases) => openEdge(config, databases.get('gateway')!),
  },
);
