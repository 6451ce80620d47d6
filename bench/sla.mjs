// The SLA engine: due dates per second, cold, and how many times what the libraries do that walk; how
// many explanations, and a million cases replayed.
// One measurement a module under bench/sla/, each with its rounds, figures and limits.
process.env.TZ = 'UTC'; // the peers reckon in the time of the machine

const { report, progress } = await import('./harness/results.mjs');
const { measureDueDates } = await import('./sla/due-dates.mjs');
const { measurePeers } = await import('./sla/peers.mjs');
const { measureExplain } = await import('./sla/explain.mjs');
const { measureWhatIf } = await import('./sla/what-if.mjs');
const rounds = Number(process.env.BENCH_ROUNDS ?? 3);

progress('due dates');
const dueDates = measureDueDates(rounds);
progress('peers');
const { hours8PerSecond: hours8, ...inDays } = dueDates.summary;
const peers = measurePeers({ hours8, days250: Math.min(...Object.values(inDays)) });

progress('explanations');
const explain = measureExplain(rounds);
progress('what-if');
const whatIf = await measureWhatIf(rounds);

const parts = [dueDates, peers, explain, whatIf];
report('sla', {
  rounds: parts.flatMap(({ rounds }) => rounds),
  summary: Object.assign({}, ...parts.map(({ summary }) => summary)),
  limits: Object.assign({}, ...parts.map(({ limits }) => limits)),
});
