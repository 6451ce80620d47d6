// Explanations of clocks of a few days: the ledger alone, and with its sentence.
import { defaultPolicy, BusinessCalendar, dueInstant, explainClock, explainSentence } from '#sla';
import { median, round } from '../harness/results.mjs';

const minute = 60_000;
const hour = 60 * minute;
const years = 10;
const explanations = Number(process.env.BENCH_EXPLANATIONS ?? 200_000);

/** Clocks of 4 to 24 working hours that start at random over ten years, every fifth one paused for a while. */
function makeClocks(calendar, count) {
  let seed = 42;
  const random = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
  const from = Date.UTC(2020, 0, 1);
  return Array.from({ length: count }, (_, index) => {
    const startedAt = from + Math.floor(random() * years * 365 * 24 * 60) * minute;
    const budget = { unit: 'working-minutes', minutes: 60 * (4 + Math.floor(random() * 21)) };
    const pauses = [];
    let dueAt = dueInstant(startedAt, budget, calendar);
    if (index % 5 === 0) {
      const pausedAt = startedAt + Math.floor((dueAt - startedAt) / 2);
      const left = calendar.workingBetween(pausedAt, dueAt);
      pauses.push({ from: pausedAt, to: pausedAt + 3 * hour, reason: 'awaiting-customer' });
      dueAt = calendar.addWorking(pausedAt + 3 * hour, left);
    }
    return {
      ...{ clockId: `c${index}`, kind: 'resolution', state: 'running', startedAt, dueAt, budget },
      ...{ calendar: 'office@1', thresholds: [], warned: [], revision: 1, pauses },
    };
  });
}

export function measureExplain(rounds) {
  const office = defaultPolicy.calendars.find(({ id }) => id === 'office');
  const calendar = new BusinessCalendar(office);
  const clocks = makeClocks(calendar, 20_000);
  const rows = [];
  for (let i = 1; i <= rounds; i += 1) {
    rows.push({ round: i, what: 'ledger', ...run(clocks, calendar, (one) => one.segments.length) });
    const sentence = (one) => explainSentence(one, 'en').length;
    rows.push({ round: i, what: 'ledger and sentence', ...run(clocks, calendar, sentence) });
  }
  const of = (name) => median(rows.filter(({ what }) => what === name).map((r) => r.perSecond));
  return {
    rounds: rows,
    summary: {
      ledgersPerSecond: of('ledger'),
      explanationsPerSecond: of('ledger and sentence'),
      inexactLedgers: rows.reduce((sum, { inexact }) => sum + inexact, 0),
    },
    limits: { explanationsPerSecond: { atLeast: 50_000 }, inexactLedgers: { atMost: 0 } },
  };
}

/** The days of the calendar are known after the first clocks: a service keeps them as long as it runs. */
function run(clocks, calendar, read) {
  const terms = { rule: 'standard', policyVersion: 1, now: 0 };
  let inexact = 0;
  let said = 0;
  const startedAt = performance.now();
  for (let i = 0; i < explanations; i += 1) {
    const explanation = explainClock(clocks[i % clocks.length], () => calendar, terms);
    if (explanation.countedMs !== explanation.budgetMs) inexact += 1;
    said += read(explanation);
  }
  const ms = performance.now() - startedAt;
  if (said === 0) throw new Error('nothing was said');
  const perSecond = round((explanations / ms) * 1_000);
  return { explanations, ms: round(ms), perSecond, inexact };
}
