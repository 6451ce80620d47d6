// node scripts/test.mjs [--tiers unit,int] [jest's arguments]
// unit, int and e2e need nothing but Node; the other tiers name what they miss and fail without it.
// CLEARLINE_TEST_RESULTS names the file that keeps jest's results.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from './find-chromium.mjs';
import { buildWhenNeeded, installWhenNeeded, requireNode, root } from './prepare.mjs';

/** What the program says of itself, or undefined where it is missing or fails. */
function ask(command, args) {
  const shell = process.platform === 'win32'; // mvn is a .cmd file there
  const result = spawnSync(command, args, { stdio: 'pipe', encoding: 'utf8', shell });
  return result.status === 0 ? `${result.stdout}${result.stderr}` : undefined;
}

const javaVersion = () => Number(/version "(\d+)/.exec(ask('java', ['-version']) ?? '')?.[1] ?? 0);
const hasJava = () => javaVersion() >= 17 && ask('mvn', ['-v']) !== undefined;
const needs = {
  kafka: ['Java 17 and Maven', hasJava],
  redis: ['redis-server on PATH', () => ask('redis-server', ['--version'])],
  docker: ['a Docker daemon', () => ask('docker', ['info'])],
  browser: [
    'Java 17, Maven and Chromium (chromium, chromium-browser or google-chrome on PATH, or its path in CLEARLINE_CHROMIUM)',
    () => hasJava() && findChromium() !== undefined,
  ],
};

requireNode();
const given = process.argv.slice(2);
const quick = 'unit,int';
const named = given[0] === '--tiers' ? given.splice(0, 2)[1] : quick;
const tiers = named.split(',');
const missing = tiers.filter((tier) => needs[tier] && !needs[tier][1]());
for (const tier of missing) console.error(`The suites of ${tier} need ${needs[tier][0]}.`);
if (missing.length > 0) process.exit(1);
if (tiers.includes('browser')) process.env.CLEARLINE_CHROMIUM = findChromium();
installWhenNeeded();
buildWhenNeeded();

// Quick suites wait more than they compute; a hosted machine's cores are slow and shared.
const workers = process.env.CI || named !== quick ? 1 : Math.max(2, availableParallelism() - 1);
const folder = mkdtempSync(join(tmpdir(), 'clearline-results-'));
const results = process.env.CLEARLINE_TEST_RESULTS ?? join(folder, 'jest.json');
const jest = spawnSync(
  process.execPath,
  [
    '--experimental-vm-modules',
    '--no-warnings',
    '--max-old-space-size=8192',
    // As the product is started: what lives shortly is collected less often.
    '--max-semi-space-size=64',
    join(root, 'node_modules/jest/bin/jest.js'),
    '--json',
    `--outputFile=${results}`,
    `--maxWorkers=${workers}`,
    // Modules of finished suites stay in memory: a worker that holds so much is replaced by a new one.
    '--workerIdleMemoryLimit=1500MB',
    // The forwarded arguments first: --selectProjects takes every word behind it.
    ...given,
    '--selectProjects',
    ...tiers,
  ],
  { cwd: root, stdio: ['inherit', 'ignore', 'inherit'] },
);

if (existsSync(results)) {
  const totals = JSON.parse(readFileSync(results, 'utf8'));
  // A file that does not load has no tests to count, and is a failure all the same.
  const failed = totals.numFailedTests + totals.numRuntimeErrorTestSuites;
  const skipped = totals.numPendingTests + totals.numTodoTests;
  console.log(`${totals.numPassedTests} passed, ${failed} failed, ${skipped} skipped`);
}
rmSync(folder, { recursive: true, force: true });
process.exit(jest.status ?? 1);
