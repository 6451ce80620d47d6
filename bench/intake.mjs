// HTTP intake at 64 connections: the standalone product, everything on, against the stock NestJS way.
import { loadHttp } from './harness/http-load.mjs';
import { saysReady, startProcess } from './harness/processes.mjs';
import { median, progress, report, round } from './harness/results.mjs';
import * as servers from './harness/servers.mjs';
import { startStandalone } from './harness/standalone.mjs';

const rounds = Number(process.env.BENCH_ROUNDS ?? 3);
const seconds = Number(process.env.BENCH_SECONDS ?? 15);

async function ours() {
  const standalone = await startStandalone();
  const url = `${standalone.url}/api/v1/complaints`;
  await loadHttp({ url, token: standalone.token, seconds: 3 });
  const result = await loadHttp({ url, token: standalone.token, seconds });
  await standalone.stop();
  return result;
}

async function stock(databaseUrl) {
  const port = await servers.freePort();
  const env = { DATABASE_URL: databaseUrl, PORT: String(port) };
  const peer = await startProcess('dist/bench/peers/intake-stock.js', { env, ready: saysReady });
  const url = `http://127.0.0.1:${port}/api/v1/complaints`;
  await loadHttp({ url, seconds: 3 });
  const result = await loadHttp({ url, seconds });
  await peer.stop();
  return result;
}

try {
  const server = await servers.startPostgres();
  const results = [];
  for (let i = 1; i <= rounds; i += 1) {
    for (const who of ['clearline', 'stock']) {
      progress(`round ${i}: ${who}`);
      const measured =
        who === 'clearline'
          ? await ours()
          : await stock(await servers.freshDatabase(server, `bench_intake_${i}`));
      const { perSecond, p50Ms, p99Ms } = measured;
      results.push({ round: i, who, perSecond, p50Ms, p99Ms });
      progress(JSON.stringify(results.at(-1)));
    }
  }
  const of = (who, what) => median(results.filter((r) => r.who === who).map((r) => r[what]));
  report('intake', {
    rounds: results,
    summary: {
      clearlinePerSecond: of('clearline', 'perSecond'),
      stockPerSecond: of('stock', 'perSecond'),
      timesStock: round(of('clearline', 'perSecond') / of('stock', 'perSecond'), 2),
      p99Ms: of('clearline', 'p99Ms'),
      stockP99Ms: of('stock', 'p99Ms'),
    },
    limits: { timesStock: { atLeast: 4 }, p99Ms: { atMost: 40 } },
  });
} finally {
  await servers.stopServers();
}
