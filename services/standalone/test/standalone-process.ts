// The product, or some of its services, as a process of its own, which a test kills; see `startScript`.
import { bootServices } from '#eventing';
import { parsePlatformConfig } from '#platform';
import { services } from '../../cli/src/services.js';
import { createDemoAccounts } from '../../gateway/src/access/first-accounts.js';
import { openAccess } from '../../gateway/src/gateway.service.js';
import { demoAccounts, demoPassword } from '../src/demo-data.js';
import { startStandalone } from '../src/start-standalone.js';

export interface StandalonePlan {
  environment: Record<string, string>;
  databaseUrl: string;
  /** Those to run; all of them in one where absent. */
  services?: readonly string[];
}

const {
  environment,
  databaseUrl,
  services: names,
} = JSON.parse(process.argv[2]!) as StandalonePlan;

// Ends with the test that started it, however that ends.
process.stdin.resume().once('end', () => process.exit(1));

const config = parsePlatformConfig(environment);
if (!names) await startStandalone({ config, demo: true, databaseUrl, stopOnSignals: false });
else {
  await bootServices(
    services.filter(({ name }) => names.includes(name)),
    { ...config, databaseUrl },
    {
      defaultHost: '127.0.0.1',
      stopOnSignals: false,
      access: async (databases) => {
        const gateway = databases.get('gateway');
        if (!gateway) return {};
        await createDemoAccounts(gateway, demoAccounts, {
          password: demoPassword,
          complaintsPerSecond: 0,
        });
        return openAccess(config, gateway);
      },
    },
  );
}
console.log('ready');
