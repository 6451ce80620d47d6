// `npm test`: every suite this machine can run, and a word about each that it cannot.
import { spawnSync } from 'node:child_process';
import { buildWhenNeeded, installWhenNeeded, requireNode, root } from './prepare.mjs';

requireNode();
installWhenNeeded();
buildWhenNeeded();

const answers = (command, args) =>
  spawnSync(command, args, { stdio: 'pipe', shell: process.platform === 'win32' }).status === 0;
const hasKafka = answers('java', ['-version']) && answers('mvn', ['-v']);
const hasDocker = answers('docker', ['info']);

const requested = process.argv.slice(2);
const projects = ['unit', 'int', 'e2e'];
const notRun = [];
if (hasKafka) projects.push('kafka');
else notRun.push('kafka (needs Java 17 and Maven)');
if (hasDocker) projects.push('docker');
else notRun.push('docker (needs a Docker daemon)');
for (const suite of notRun) console.log(`Not run: ${suite}`);

const selected = requested.includes('--selectProjects') ? [] : ['--selectProjects', ...projects];
const jest = spawnSync(
  process.execPath,
  [
    '--experimental-vm-modules',
    '--no-warnings',
    'node_modules/jest/bin/jest.js',
    ...requested,
    ...selected,
  ],
  { cwd: root, stdio: 'inherit' },
);
for (const suite of notRun) console.log(`Not run: ${suite}`);
process.exit(jest.status ?? 1);
