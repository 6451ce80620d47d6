// The product on one machine with nothing but Node: from HTTP to opened case, with the load generator beside
// it, in single posts and in arrays of 100.
import { loadHttp } from './harness/http-load.mjs';
import { median, progress, report, round } from './harness/results.mjs';
import { startStandalone } from './harness/standalone.mjs';

const rounds = Number(process.env.BENCH_ROUNDS ?? 3);
const seconds = Number(process.env.BENCH_SECONDS ?? 15);

/** Complaints that became cases, over the time until the last of them had. */
async function toOpenedCases(items) {
  const standalone = await startStandalone();
  try {
    const url = `${standalone.url}/api/v1/complaints`;
    const { token } = standalone;
    const warmUp = await loadHttp({ url, token, seconds: 3, items });
    await opened(standalone, warmUp.lastIds);
    const startedAt = performance.now();
    const { requests, perSecond, p99Ms, lastIds } = await loadHttp({ url, token, seconds, items });
    await opened(standalone, lastIds);
    const elapsed = (performance.now() - startedAt) / 1_000;
    return { posted: perSecond, p99Ms, openedPerSecond: round((requests * items) / elapsed) };
  } finally {
    await standalone.stop();
  }
}

/** Resolves when the complaints that each connection filed last are cases: those before them are, too. */
async function opened(standalone, ids) {
  const startedAt = Date.now();
  for (const id of ids) {
    while ((await standalone.get(`/api/v1/cases/${id}`)).id !== id) {
      if (Date.now() - startedAt > 180_000) throw new Error(`case ${id} was not opened`);
      await new Promise((done) => setTimeout(done, 100));
    }
  }
}

const results = [];
for (let i = 1; i <= rounds; i += 1) {
  for (const items of [1, 100]) {
    progress(`round ${i}: ${items === 1 ? 'single posts' : 'arrays of 100'}`);
    results.push({ round: i, items, ...(await toOpenedCases(items)) });
    progress(JSON.stringify(results.at(-1)));
  }
}
const rate = (items) =>
  median(results.filter((r) => r.items === items).map((r) => r.openedPerSecond));
report('embedded', {
  rounds: results,
  summary: { singlePerSecond: rate(1), arrayPerSecond: rate(100) },
  limits: { singlePerSecond: { atLeast: 1_500 }, arrayPerSecond: { atLeast: 3_000 } },
});
