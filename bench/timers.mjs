// Deadlines at 1 000 due per second, evenly spread, with a million armed: how late is each engine's claim,
// how late is the committed SLA event through the real decider, and how late are BullMQ's delayed jobs.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { join } from 'node:path';
import { root } from '../scripts/prepare.mjs';
import { median, progress, quantile, report, round } from './harness/results.mjs';
import * as servers from './harness/servers.mjs';
import { armForLater, openCasesDue, openEscalation } from './harness/timer-load.mjs';

const rounds = Number(process.env.BENCH_ROUNDS ?? 3);
const armed = Number(process.env.BENCH_ARMED ?? 1_000_000);
const perSecond = Number(process.env.BENCH_RATE ?? 1_000);
const seconds = Number(process.env.BENCH_SECONDS ?? 15);
const due = perSecond * seconds;
/** Time to open the cases before the first is due. */
const leadMs = Number(process.env.BENCH_LEAD_MS ?? 30_000);

const describe = (lateness) => ({
  p50Ms: round(quantile(lateness, 0.5), 1),
  p99Ms: round(quantile(lateness, 0.99), 1),
  maxMs: round(Math.max(...lateness), 1),
  early: lateness.filter((ms) => ms < 0).length,
  fired: lateness.length,
});

/** The engine alone: `fire` notes when it was called and disarms what it was given. */
async function claim(engine, escalation) {
  const firstAt = Date.now() + leadMs;
  const ids = await openCasesDue(escalation, due, perSecond, firstAt);
  const dueAt = new Map(ids.map((id, i) => [id, firstAt + Math.floor((i * 1_000) / perSecond)]));
  const lateness = [];
  const claimed = new Set();
  const isOver = () => claimed.size >= due || Date.now() > firstAt + (seconds + 30) * 1_000;
  const fire = async (tx, found) => {
    const at = Date.now();
    for (const id of found) {
      lateness.push(at - dueAt.get(id));
      claimed.add(id);
    }
    const rows = await tx.query(
      `update timers set state = 'idle', generation = generation + 1 where id = any($1::uuid[]) returning id, generation`,
      [found],
    );
    tx.afterCommit(() => engine.written(rows));
  };
  const lane = async () => {
    while (!isOver()) {
      const now = Date.now();
      const { fired, nextDueAt } = await engine.fireDue(now, 200, fire);
      const sleepMs = Math.min(20, Math.max(0, (nextDueAt ?? now + 20) - Date.now()));
      if (fired < 200) await new Promise((done) => setTimeout(done, sleepMs));
    }
  };
  // Two lanes, as the timer service has them.
  await Promise.all([lane(), lane()]);
  return { ...describe(lateness), twice: lateness.length - claimed.size };
}

/** The shipped timer service: lateness is the commit's. */
async function decide(escalation) {
  const firstAt = Date.now() + leadMs;
  await openCasesDue(escalation, due, perSecond, firstAt);
  await escalation.timerService.onApplicationBootstrap();
  while (escalation.lateness.length < due && Date.now() < firstAt + (seconds + 30) * 1_000) {
    await new Promise((done) => setTimeout(done, 200));
  }
  await escalation.timerService.onApplicationShutdown();
  const [counted] = await escalation.database.query(
    `select count(*)::int as events, count(distinct key)::int as cases from events
      where type = 'clearline.sla.warning-reached.v1' and recorded_at >= $1::bigint - 1000`,
    [firstAt],
  );
  return { ...describe(escalation.lateness), twice: counted.events - counted.cases };
}

async function ours(server, who, i) {
  const redisUrl = who.endsWith('redis') ? await servers.startRedis() : undefined;
  const database = await servers.freshDatabase(
    server,
    `bench_timers_${i}_${who.replaceAll('-', '_')}`,
  );
  const escalation = await openEscalation(database, redisUrl);
  const armedPerSecond = await armForLater(escalation.database, armed);
  const { timers } = escalation.parts;
  if (who.startsWith('claim')) await timers.start();
  const result = who.startsWith('claim')
    ? await claim(timers, escalation)
    : await decide(escalation);
  if (who.startsWith('claim')) await timers.stop();
  await escalation.close();
  return { who, armedPerSecond, ...result };
}

async function bullmq() {
  const REDIS_URL = await servers.startRedis();
  const script = join(root, 'dist/bench/peers/timers-bullmq.js');
  const args = [script, ...[armed / 10, due, perSecond, 5_000].map(String)];
  const { stdout } = await promisify(execFile)(process.execPath, args, {
    env: { ...process.env, REDIS_URL },
    maxBuffer: 1 << 26,
  });
  const { armedPerSecond, lateness } = JSON.parse(stdout);
  return { who: 'bullmq', armedPerSecond, ...describe(lateness), twice: 0 };
}

try {
  const server = await servers.startPostgres();
  const results = [];
  const all = ['claim-postgres', 'claim-redis', 'decide-postgres', 'decide-redis', 'bullmq'];
  for (let i = 1; i <= rounds; i += 1) {
    for (const who of process.env.BENCH_ONLY?.split(',') ?? all) {
      progress(`round ${i}: ${who}`);
      const result = who === 'bullmq' ? await bullmq() : await ours(server, who, i);
      results.push({ round: i, ...result });
      progress(JSON.stringify(results.at(-1)));
    }
  }
  const of = (who) => median(results.filter((r) => r.who === who).map((r) => r.p99Ms));
  const sum = (what) =>
    results.filter(({ who }) => who !== 'bullmq').reduce((n, r) => n + r[what], 0);
  report('timers', {
    rounds: results,
    summary: {
      claimPostgresP99Ms: of('claim-postgres'),
      claimRedisP99Ms: of('claim-redis'),
      decidePostgresP99Ms: of('decide-postgres'),
      decideRedisP99Ms: of('decide-redis'),
      bullmqP99Ms: of('bullmq'),
      early: sum('early'),
      twice: sum('twice'),
      missing: results.reduce((n, r) => n + due - r.fired, 0),
    },
    limits: {
      claimPostgresP99Ms: { atMost: 10 },
      claimRedisP99Ms: { atMost: 5 },
      decidePostgresP99Ms: { atMost: 25 },
      decideRedisP99Ms: { atMost: 25 },
      early: { atMost: 0 },
      twice: { atMost: 0 },
      missing: { atMost: 0 },
    },
  });
} finally {
  await servers.stopServers();
}
