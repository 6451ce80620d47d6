// Search over a million complaints: the page of fifty that an agent gets, by kind of query. The way over
// HTTP comes on top, a few milliseconds that don't depend on how many cases there are.
import { eventStoreMigrations } from '#eventing';
import { openDatabase } from '#platform';
import { searchComplaints } from '../dist/services/intake/src/search/search-complaints.js';
import { intakeMigrations } from '../dist/services/intake/src/migrations.js';
import { progress, quantile, report, round } from './harness/results.mjs';
import { startPostgres, stopServers } from './harness/servers.mjs';
import { loadCases } from './search/load-cases.mjs';

const cases = Number(process.env.BENCH_CASES ?? 1_000_000);
const perKind = Number(process.env.BENCH_QUERIES ?? 60);

function mulberry(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Texts that are there, cut from complaints everywhere in the table, and ones that are not. */
async function queriesOf(database, random) {
  const rows = [];
  while (rows.length < perKind) {
    const id = `00000000-0000-7000-8002-${String(Math.floor(random() * cases)).padStart(12, '0')}`;
    const [row] = await database.query(
      `SELECT c.statement, k.name, k.phone FROM complaints c JOIN customers k ON k.id = c.customer_id WHERE c.id = $1`,
      [id],
    );
    if (row) rows.push(row);
  }
  const cut =
    (length) =>
    ({ statement }) => {
      const runs = statement.match(/[㐀-鿿]+/gu).filter((run) => run.length >= length);
      const run = runs[Math.floor(random() * runs.length)];
      const at = Math.floor(random() * (run.length - length + 1));
      return run.slice(at, at + length);
    };
  const shuffled = ({ statement }) => [...cut(4)({ statement })].reverse().join('');
  /** Of one text, but not side by side in it. */
  const apart = (length) => (row) => {
    const said = row.statement.match(/[㐀-鿿]/gu);
    const picked = Array.from({ length }, () => said[Math.floor(random() * said.length)]).join('');
    return row.statement.includes(picked) ? apart(length)(row) : picked;
  };
  return {
    '1 character': rows.map(cut(1)),
    '2 characters': rows.map(cut(2)),
    '3 characters': rows.map(cut(3)),
    '4 characters': rows.map(cut(4)),
    '2 characters, apart': rows.map(apart(2)),
    '3 characters, apart': rows.map(apart(3)),
    '4 characters, not there': rows.map(shuffled),
    'last four digits': rows.map(({ phone }) => phone.slice(-4)),
    'whole phone': rows.map(({ phone }) => `+86 ${phone.slice(0, 3)}-${phone.slice(3)}`),
    'last four digits and two characters': rows.map(
      (row) => `${row.phone.slice(-4)} ${cut(2)(row)}`,
    ),
    'name and two characters': rows.map((row) => `${row.name} ${cut(2)(row)}`),
    name: rows.map(({ name }) => name),
    'surname alone': rows.map(({ name }) => name.slice(0, 1)),
  };
}

const url = await startPostgres();
try {
  const migrations = [...eventStoreMigrations(), ...intakeMigrations];
  const database = await openDatabase({
    url,
    schema: 'intake',
    migrations,
    applicationName: 'bench-search',
  });
  const random = mulberry(11);
  progress(`loading ${cases} cases`);
  const loadSeconds = await loadCases(database, cases, random);
  progress(`loaded in ${loadSeconds} s`);
  const results = [];
  for (const [kind, queries] of Object.entries(await queriesOf(database, random))) {
    const times = [];
    let found = 0;
    let worst = { ms: 0, q: '' };
    for (const q of queries) {
      const askedAt = performance.now();
      const { items } = await searchComplaints(database, { q, limit: 50 });
      const ms = performance.now() - askedAt;
      times.push(ms);
      found += items.length;
      if (ms > worst.ms) worst = { ms, q };
    }
    const at = (share) => round(quantile(times, share), 1);
    const mean = round(found / queries.length, 1);
    results.push({
      kind,
      p50Ms: at(0.5),
      p95Ms: at(0.95),
      maxMs: at(1),
      found: mean,
      slowest: worst.q,
    });
    progress(JSON.stringify(results.at(-1)));
  }
  report('search', {
    rounds: results,
    summary: { cases, loadSeconds, worstP95Ms: Math.max(...results.map(({ p95Ms }) => p95Ms)) },
    limits: { worstP95Ms: { atMost: 200 } },
  });
  await database.close();
} finally {
  await stopServers();
}
