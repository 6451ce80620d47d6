// The whole product as a process of its own, which a test kills; see `startScript`.
import { parsePlatformConfig } from '#platform';
import { startStandalone } from '../src/start-standalone.js';

export interface StandalonePlan {
  environment: Record<string, string>;
  databaseUrl: string;
}

const { environment, databaseUrl } = JSON.parse(process.argv[2]!) as StandalonePlan;

// Ends with the test that started it, however that ends.
process.stdin.resume().once('end', () => process.exit(1));

const config = parsePlatformConfig(environment);
await startStandalone({ config, demo: true, databaseUrl, stopOnSignals: false });
console.log('ready');
