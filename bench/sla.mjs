// The SLA engine: due dates per second, cold, and how many times what the libraries do that walk.
// One measurement a module under bench/sla/, each with its rounds, figures and limits.
process.env.TZ = 'UTC'; // the peers reckon in the time of the machine

const { report, progress } = await import('./harness/results.mjs');
const { measureDueDates } = await import('./sla/due-dates.mjs');
const { measurePeers } = await import('./sla/peers.mjs');
const { measureExplain } = await import('./sla/explain.mjs');

progress('due dates');
const dueDates = measureDueDates(Number(process.env.BENCH_ROUNDS ?? 3));
progress('peers');
const { hours8PerSecond: hours8, ...inDays } = dueDates.summary;
const peers = measurePeers({ hours8, days250: Math.min(...Object.values(inDays)) });

progress('explanations');
const explained = measureExplain();
const explanations = {
  rounds: [{ of: 'explain', ...explained }],
  summary: explained,
  limits: { ledgersPerSecond: { atLeast: 50_000 }, inexact: { atMost: 0 } },
};

const parts = [dueDates, peers, explanations];
report('sla', {
  rounds: parts.flatMap(({ rounds }) => rounds),
  summary: Object.assign({}, ...parts.map(({ summary }) => summary)),
  limits: Object.assign({}, ...parts.map(({ limits }) => limits)),
});
