import { bootServices } from '#eventing';
import { ConfigError, readPlatformConfig } from '#platform';
import { escalationService } from './escalation.service.js';

const config = readPlatformConfig();
const { databaseUrl } = config;
if (!databaseUrl) throw new ConfigError(['a service of its own needs DATABASE_URL']);
await bootServices([escalationService], { ...config, databaseUrl }, { defaultHost: '0.0.0.0' });
