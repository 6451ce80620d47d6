// `npm run test:mutations`: breaks one guarded mechanism at a time in a copy of the work tree and runs the
// tests tagged for it. A mutant that survives, or a patch that fits no more, fails the run.
// node scripts/test-mutations.mjs [mechanism...]   only these
import { spawn } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startKafka } from '../infra/kafka/launch.mjs';
import { createTopics } from '../infra/kafka/topics.mjs';
import { startPostgres } from '../libs/testing/jest/postgres.mjs';
import { mutants } from './mutations/mutants.mjs';
import { root } from './prepare.mjs';

const copied = ['libs', 'infra', 'package.json', 'jest.config.mjs', 'tsconfig.json'];
const testTimeoutMs = 90_000;

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !mutants.some(({ mechanism }) => mechanism === name));
if (unknown.length > 0) {
  const known = [...new Set(mutants.map(({ mechanism }) => mechanism))].join(', ');
  console.error(`no such mechanism: ${unknown.join(', ')}; there are ${known}`);
  process.exit(2);
}
const chosen = mutants.filter(({ mechanism }) => wanted.length === 0 || wanted.includes(mechanism));

const folder = mkdtempSync(join(tmpdir(), 'clearline-mutations-'));
const copy = join(folder, 'tree');
const stops = [() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 })];
let failures = 0;
try {
  makeCopy();
  const servers = await startServers(chosen.some(({ tier }) => tier === 'kafka'));
  failures = await judge(servers);
} finally {
  for (const stop of stops.reverse()) await stop();
}
process.exit(failures > 0 ? 1 : 0);

function makeCopy() {
  mkdirSync(copy);
  for (const name of copied) cpSync(join(root, name), join(copy, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
}

/** Once for all mutants: only the code under test changes. */
async function startServers(needsKafka) {
  const postgres = await startPostgres();
  stops.push(() => postgres.stop());
  const env = { CLEARLINE_TEST_DATABASE_URL: postgres.url };
  if (!needsKafka) return env;
  const kafka = await startKafka({ dataDir: join(folder, 'kafka') });
  stops.push(() => kafka.stop());
  await createTopics(kafka.brokers);
  return { ...env, CLEARLINE_TEST_KAFKA_BROKERS: kafka.brokers.join(',') };
}

async function judge(env) {
  // A test that fails without a mutant would seem to catch every one.
  const healthy = await runTests(chosen, env);
  if (healthy.broken.length > 0 || healthy.failed.length > 0) {
    for (const text of [...healthy.broken, ...healthy.failed])
      console.log(`fails unmutated: ${text}`);
    return 1;
  }
  let caught = 0;
  let survived = 0;
  let unusable = 0;
  for (const mutant of chosen) {
    const name = `${mutant.mechanism} (${mutant.breaks})`;
    const file = join(copy, mutant.file);
    const source = readFileSync(file, 'utf8');
    if (source.split(mutant.from).length !== 2) {
      console.log(`unusable ${name}: its text occurs not exactly once in ${mutant.file}`);
      unusable += 1;
      continue;
    }
    if (!healthy.passed.some(({ file: spec, title }) => covers(mutant, spec, title))) {
      console.log(`unusable ${name}: no test in ${mutant.tests} is tagged [${mutant.mechanism}]`);
      unusable += 1;
      continue;
    }
    writeFileSync(
      file,
      source.replace(mutant.from, () => mutant.to),
    );
    const { failed, broken } = await runTests([mutant], env);
    writeFileSync(file, source);
    if (broken.length > 0) {
      console.log(`unusable ${name}: the mutant does not load: ${broken[0]}`);
      unusable += 1;
    } else if (failed.length > 0) {
      console.log(`caught ${name} by "${failed[0]}"`);
      caught += 1;
    } else {
      console.log(`SURVIVED ${name}`);
      survived += 1;
    }
  }
  console.log(`${caught} caught, ${survived} survived${unusable ? `, ${unusable} unusable` : ''}`);
  return survived + unusable;
}

function covers(mutant, file, title) {
  return file.endsWith(mutant.tests) && title.includes(`[${mutant.mechanism}]`);
}

/** Runs the tests tagged for these mutants in the copy. `broken` are files that did not even load. */
async function runTests(list, env) {
  const results = join(folder, 'results.json');
  rmSync(results, { force: true });
  const tiers = [...new Set(list.map(({ tier }) => tier))];
  const config = join(copy, 'mutations.config.mjs');
  writeFileSync(
    config,
    `import base from './jest.config.mjs';
const projects = base.projects.filter(({ displayName }) => ${JSON.stringify(tiers)}.includes(displayName));
// The servers run already.
for (const project of projects) { delete project.globalSetup; delete project.globalTeardown; }
export default { projects, testTimeout: ${testTimeoutMs} };
`,
  );
  const tags = [...new Set(list.map(({ mechanism }) => `\\[${mechanism}\\]`))].join('|');
  const files = [...new Set(list.map(({ tests }) => tests.replaceAll('.', '\\.')))].join('|');
  const jest = join(copy, 'node_modules/jest/bin/jest.js');
  const flags = ['--json', '--forceExit', `--outputFile=${results}`, '--testNamePattern', tags];
  const child = spawn(
    process.execPath,
    [
      '--experimental-vm-modules',
      '--no-warnings',
      jest,
      '-c',
      config,
      ...flags,
      '--testPathPatterns',
      files,
    ],
    { cwd: copy, env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let output = '';
  child.stderr.on('data', (chunk) => (output = `${output}${chunk}`.slice(-4_000)));
  await new Promise((done) => child.once('exit', done));
  let suites;
  try {
    suites = JSON.parse(readFileSync(results, 'utf8')).testResults;
  } catch {
    return { passed: [], failed: [], broken: [`jest left no results: ${output}`] };
  }
  const tests = suites.flatMap(({ name: file, assertionResults }) =>
    assertionResults.map(({ status, title }) => ({ file, status, title })),
  );
  return {
    passed: tests.filter(({ status }) => status === 'passed'),
    failed: tests.filter(({ status }) => status === 'failed').map(({ title }) => title),
    broken: suites
      .filter(
        ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
      )
      .map(({ message }) => message.slice(0, 500)),
  };
}
