import { readPlatformConfig } from '#platform';
import { demoAccounts, demoPassword } from './demo-data.js';
import { DemoTraffic } from './demo-traffic.js';
import { startStandalone } from './start-standalone.js';
import { explainStartFailure } from './explain-start-failure.js';

const demo = !process.argv.includes('--empty');
const config = readPlatformConfig();
try {
  const standalone = await startStandalone({ config, demo });
  const { url, adminPassword, isDemo, isNewDemo } = standalone;
  process.stdout.write(`\nClearline is ready: ${url}\n`);
  if (isDemo) {
    const names = demoAccounts.map(({ username }) => username).join(', ');
    process.stdout.write(`Log-ins / 登录: ${names} (password / 密码: ${demoPassword})\n`);
    const onFailure = (error: unknown) =>
      standalone.runtimes.get('gateway')?.logger.warn({ err: error }, 'demo traffic failed once');
    const traffic = new DemoTraffic(url, onFailure);
    process.once('SIGTERM', () => traffic.stop()).once('SIGINT', () => traffic.stop());
    traffic.start(isNewDemo);
  } else if (adminPassword) {
    process.stdout.write(
      `First log-in / 首次登录: admin, password / 密码: ${adminPassword} (shown once)\n`,
    );
  } else if (demo) {
    process.stdout.write('These data are your own: no demo / 数据为正式数据，未启动演示\n');
  }
} catch (error) {
  process.stderr.write(`${explainStartFailure(error, config)}\n`);
  process.exit(1);
}
