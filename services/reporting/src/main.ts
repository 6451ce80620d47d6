import { bootServices } from '#eventing';
import { ConfigError, readPlatformConfig } from '#platform';
import { reportingService } from './reporting.service.js';

const config = readPlatformConfig();
const { databaseUrl } = config;
if (!databaseUrl) throw new ConfigError(['a service of its own needs DATABASE_URL']);
await bootServices([reportingService], { ...config, databaseUrl }, { defaultHost: '0.0.0.0' });
