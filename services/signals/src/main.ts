import { bootServices } from '#eventing';
import { ConfigError, readPlatformConfig } from '#platform';
import { signalsService } from './signals.service.js';

const config = readPlatformConfig();
const { databaseUrl } = config;
if (!databaseUrl) throw new ConfigError(['a service of its own needs DATABASE_URL']);
await bootServices([signalsService], { ...config, databaseUrl }, { defaultHost: '0.0.0.0' });
