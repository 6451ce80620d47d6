// The wording coach while agents type: so many of them ask about a growing text four times a second each,
// through the standalone's port, with the list that the product comes with.
import { median, progress, report, round } from './harness/results.mjs';
import { startStandalone } from './harness/standalone.mjs';

const rounds = Number(process.env.BENCH_ROUNDS ?? 3);
const seconds = Number(process.env.BENCH_SECONDS ?? 15);
const agents = 40;
const pauseMs = 250;
const draft =
  '您好，您反映的燃气账单重复扣费我们已经核实，但是退款需要财务复核，我不能保证今天到账。' +
  'We understand that this is upsetting, but it is company policy to check every refund. ' +
  '给您带来不便我们深表歉意，我会尽快联系您，请您等通知。';

/** One agent who writes the draft again and again; the first second warms up. */
async function type({ url, token }, startedAt, until, times) {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  for (let letters = 8; performance.now() < until; letters = (letters + 6) % (8 * draft.length)) {
    const text = draft.repeat(8).slice(0, letters + 1);
    const askedAt = performance.now();
    const body = JSON.stringify({ text });
    const answer = await fetch(`${url}/api/v1/coach/check`, { method: 'POST', headers, body });
    const { wording } = await answer.json();
    if (!Array.isArray(wording)) throw new Error(`answered ${answer.status}`);
    if (askedAt - startedAt > 1_000) times.push(performance.now() - askedAt);
    await new Promise((done) => setTimeout(done, pauseMs * (0.5 + Math.random())));
  }
}

async function measure() {
  const standalone = await startStandalone();
  try {
    const times = [];
    const startedAt = performance.now();
    const until = startedAt + seconds * 1_000;
    const typing = Array.from({ length: agents }, () => type(standalone, startedAt, until, times));
    await Promise.all(typing);
    times.sort((a, b) => a - b);
    const at = (share) => round(times[Math.floor(times.length * share)], 1);
    return { asked: times.length, p50Ms: at(0.5), p99Ms: at(0.99), maxMs: round(times.at(-1), 1) };
  } finally {
    await standalone.stop();
  }
}

const results = [];
for (let i = 1; i <= rounds; i += 1) {
  progress(`round ${i}`);
  results.push({ round: i, ...(await measure()) });
  progress(JSON.stringify(results.at(-1)));
}
report('coach', {
  rounds: results,
  summary: { p99Ms: median(results.map(({ p99Ms }) => p99Ms)) },
  limits: { p99Ms: { atMost: 20 } },
});
