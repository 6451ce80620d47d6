// `npm test`: every suite this machine can run, and a word about each that it cannot.
// For the gate: CLEARLINE_TEST_ALL=1 makes a suite that cannot run a failure, and
// CLEARLINE_TEST_RESULTS names the file that keeps jest's results.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildWhenNeeded, installWhenNeeded, requireNode, root } from './prepare.mjs';

requireNode();
installWhenNeeded();
buildWhenNeeded();

/** What the program says of itself, or undefined where it is missing or fails. */
function ask(command, args) {
  const shell = process.platform === 'win32'; // mvn is a .cmd file there
  const result = spawnSync(command, args, { stdio: 'pipe', encoding: 'utf8', shell });
  return result.status === 0 ? `${result.stdout}${result.stderr}` : undefined;
}

/** Is there a suite of this kind at all? */
function hasSpecs(suffix) {
  return ['libs', 'services', 'infra', 'bench']
    .map((folder) => join(root, folder))
    .filter((folder) => existsSync(folder))
    .some((folder) =>
      readdirSync(folder, { recursive: true }).some((file) => String(file).endsWith(suffix)),
    );
}

const java = Number(/version "(\d+)/.exec(ask('java', ['-version']) ?? '')?.[1] ?? 0);
const projects = ['unit', 'int', 'e2e'];
const notRun = [];
if (java >= 17 && ask('mvn', ['-v'])) projects.push('kafka');
else notRun.push('kafka (needs Java 17 and Maven)');
if (ask('redis-server', ['--version'])) projects.push('redis');
else notRun.push('redis (needs redis-server)');
const dockerRuns = hasSpecs('.docker.spec.ts') ? ask('docker', ['info']) : 'nothing to run';
if (dockerRuns) projects.push('docker');
else notRun.push('docker (needs a Docker daemon)');

const requested = process.argv.slice(2);
const chosen = requested.some((argument) => argument.startsWith('--selectProjects'));
const selection = chosen ? [] : ['--selectProjects', ...projects];
const folder = mkdtempSync(join(tmpdir(), 'clearline-results-'));
const results = process.env.CLEARLINE_TEST_RESULTS ?? join(folder, 'jest.json');
const jest = spawnSync(
  process.execPath,
  [
    '--experimental-vm-modules',
    '--no-warnings',
    join(root, 'node_modules/jest/bin/jest.js'),
    '--json',
    `--outputFile=${results}`,
    // The forwarded arguments first: --selectProjects takes every word behind it.
    ...requested,
    ...selection,
  ],
  { cwd: root, stdio: ['inherit', 'ignore', 'inherit'] },
);

for (const suite of chosen ? [] : notRun) console.log(`Not run: ${suite}`);
const missing = process.env.CLEARLINE_TEST_ALL && !chosen ? notRun.length : 0;
if (existsSync(results)) {
  const totals = JSON.parse(readFileSync(results, 'utf8'));
  // A file that does not load has no tests to count, and is a failure all the same.
  const failed = totals.numFailedTests + totals.numRuntimeErrorTestSuites;
  const skipped = totals.numPendingTests + totals.numTodoTests;
  console.log(`${totals.numPassedTests} passed, ${failed + missing} failed, ${skipped} skipped`);
}
rmSync(folder, { recursive: true, force: true });
process.exit(missing > 0 ? 1 : (jest.status ?? 1));
