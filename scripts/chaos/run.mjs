// Load through the public address, with a client's ledger, while processes are killed with SIGKILL, then the proof that nothing was lost.
// npm run chaos -- --engine embedded|kafka [--kills 30] [--seed 1] [--folder DIR] [--direct]
// --direct: the client asks the services of the kafka engine themselves, not the gateway. Exit 1 on any violation.
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { buildWhenNeeded, installWhenNeeded, requireNode } from '../prepare.mjs';
import { LedgerClient } from './load.mjs';
import { fewestKills, planKills, seededRandom } from './random.mjs';
import { embeddedSystem, kafkaSystem, signToken, untilReady, verify } from './systems.mjs';

const shortestGapMs = 300;
const longestGapMs = 2_500;
const longestAbsenceMs = 1_500;
/** So many of the kills meet a product that has worked since the one before, the rest one that comes up. */
const shareOfWorking = 0.7;
const worksAgainWithinMs = 30_000;
const mostLooksUntilSettled = 120;

const { values } = parseArgs({
  options: {
    engine: { type: 'string', default: 'embedded' },
    kills: { type: 'string', default: '30' },
    seed: { type: 'string', default: '1' },
    rate: { type: 'string', default: '40' },
    folder: { type: 'string' },
    direct: { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
  },
});
const { engine } = values;
const kills = Number(values.kills);
const seed = Number(values.seed);
if (
  !['embedded', 'kafka'].includes(engine) ||
  !Number.isInteger(kills) ||
  !Number.isInteger(seed)
) {
  console.error('usage: npm run chaos -- --engine embedded|kafka [--kills N] [--seed N]');
  process.exit(2);
}
requireNode();
installWhenNeeded();
buildWhenNeeded();

const folder = values.folder
  ? resolve(values.folder)
  : mkdtempSync(join(tmpdir(), `clearline-chaos-${engine}-`));
mkdirSync(folder, { recursive: true });
chmodSync(folder, 0o755); // as root the database's user has to pass
const system = await (engine === 'kafka'
  ? kafkaSystem(folder, { isDirect: values.direct })
  : embeddedSystem(folder));
let exitCode = 1;
try {
  exitCode = await run();
} catch (error) {
  console.error(error);
} finally {
  await system.stop();
}
if (exitCode === 0 && !values.keep && !values.folder) rmSync(folder, { recursive: true });
else console.log(`logs and data: ${folder}`);
process.exit(exitCode);

async function run() {
  await system.start();
  await untilReady(system.ready);
  const ledger = join(folder, 'ledger.jsonl');
  const token = await signToken(system.env);
  const client = new LedgerClient({
    urlOf: system.urlOf,
    token,
    ledger,
    seed,
    rate: Number(values.rate),
  });
  client.start();
  await delay(1_000);
  const table = await killAll(client);
  await untilReady(system.ready);
  await client.stop();
  const settledMs = await untilSettled();
  const result = verify(system.env, ledger);
  const faults = findFaults(table, client, result, settledMs);
  print(table, client, result, settledMs, faults);
  return faults.length === 0 ? 0 : 1;
}

/** Everything that makes this run no proof, or the proof of a defect. */
function findFaults(table, client, result, settledMs) {
  const faults = [];
  if (!result.isClean) faults.push(`${result.violations.length} violations`);
  if (settledMs === undefined) faults.push('events still pending or unsealed');
  for (const { service, parked, dead } of result.deliveries) {
    if (parked + dead > 0) faults.push(`${service}: ${parked} parked, ${dead} dead letters`);
  }
  if (client.counts.accepted === 0) faults.push('no complaint was accepted');
  if (client.counts.refused > 0) faults.push(`${client.counts.refused} complaints refused`);
  if (table.length !== kills) faults.push(`${table.length} of ${kills} kills`);
  const counts = countKills(table);
  const fewest = Math.min(fewestKills, Math.floor(kills / counts.size));
  for (const [name, count] of counts) {
    if (count < fewest) faults.push(`${name} died ${count} times, not ${fewest}`);
  }
  return faults;
}

/** How often each kind of process died, those that never did with 0. */
function countKills(table) {
  const counts = new Map(system.processes.map(({ name }) => [name, 0]));
  for (const { process: name } of table) counts.set(name, counts.get(name) + 1);
  return counts;
}

/** Each kill at a random instant; what died is started again a random moment later, beside the next kill. */
async function killAll(client) {
  const random = seededRandom(seed);
  const names = system.processes.map(({ name }) => name);
  const table = [];
  const restarts = [];
  const startedAt = Date.now();
  let acceptedThen = 0;
  for (const name of planKills(names, kills, random)) {
    if (random() < shareOfWorking) await untilAccepted(client, acceptedThen);
    await delay(shortestGapMs + random() * (longestGapMs - shortestGapMs));
    const victim = system.processes.find((one) => one.name === name);
    // Still on its way up from the kill before: a process that is not there can't be killed.
    while (!victim.isUp) await delay(50);
    const at = Date.now() - startedAt;
    const { accepted } = client.counts;
    const pid = await victim.kill();
    acceptedThen = accepted;
    table.push({ kill: table.length + 1, process: name, pid, atMs: at, acceptedBefore: accepted });
    if (!system.restarts(name)) continue;
    const absence = random() * longestAbsenceMs;
    restarts.push(delay(absence).then(() => victim.start()));
  }
  await Promise.all(restarts);
  return table;
}

async function untilAccepted(client, before) {
  const giveUpAt = Date.now() + worksAgainWithinMs;
  while (client.counts.accepted <= before && Date.now() < giveUpAt) await delay(50);
}

/** Lag 0 on every service and every event sealed, without anyone acting; undefined when it took too long. */
async function untilSettled() {
  const startedAt = Date.now();
  for (let looks = 0; looks < mostLooksUntilSettled; looks += 1) {
    const { deliveries, logs } = verify(system.env);
    const isSettled =
      deliveries.every(({ pending, parked }) => pending === 0 && parked === 0) &&
      logs.every(({ unsealed }) => unsealed === 0);
    if (isSettled) return Date.now() - startedAt;
    await delay(1_000);
  }
  return undefined;
}

function print(table, client, result, settledMs, faults) {
  console.table(table);
  console.log(`kills: ${[...countKills(table)].map(([name, n]) => `${name} ${n}`).join(', ')}`);
  const unasked = system.processes.filter(({ endedUnasked = 0 }) => endedUnasked > 0);
  if (unasked.length > 0) {
    const ended = unasked.map(({ name, endedUnasked }) => `${name} ${endedUnasked}`);
    console.log(`ended by themselves, started again: ${ended.join(', ')}`);
  }
  console.log(`client: ${JSON.stringify(client.counts)}`);
  console.log(`ledger: ${JSON.stringify(result.ledger)}`);
  for (const { service, events, streams, seals } of result.logs) {
    console.log(`log ${service}: ${events} events, ${streams} streams, ${seals} seals`);
  }
  for (const { service, ...delivered } of result.deliveries) {
    console.log(`deliveries ${service}: ${JSON.stringify(delivered)}`);
  }
  console.log(`cases: ${result.cases}; settled after ${settledMs ?? 'too long'} ms`);
  for (const { rule, service, at, detail } of result.violations) {
    console.log(`VIOLATION ${rule} ${service} ${at}: ${detail}`);
  }
  console.log(`verdict: ${faults.length === 0 ? 'clean' : faults.join('; ')}`);
}
