// Due dates on five calendars, ten million in all, tables built from nothing each time.
import { BusinessCalendar, dueInstant } from '#sla';
import { median, round } from '../harness/results.mjs';
import { fiveCalendars, randomStarts } from './calendars.mjs';

const inAll = Number(process.env.BENCH_DUE_DATES ?? 10_000_000);

const budgets = {
  '8 h': { unit: 'working-minutes', minutes: 8 * 60 },
  '250 days as hours': { unit: 'working-minutes', minutes: 250 * 8 * 60 },
  '250 days, same time': { unit: 'working-days', days: 250, at: 'same-time' },
  '250 days, end of day': { unit: 'working-days', days: 250, at: 'end-of-day' },
};

export function measureDueDates(rounds) {
  const names = Object.keys(budgets);
  const starts = randomStarts(Math.ceil(inAll / names.length));
  const rows = [];
  for (let i = 1; i <= rounds; i += 1) {
    for (const name of names) rows.push({ round: i, what: name, ...run(budgets[name], starts) });
  }
  const of = (name) => median(rows.filter(({ what }) => what === name).map((r) => r.perSecond));
  const [hours, daysAsHours, sameTime, endOfDay] = names.map(of);
  return {
    rounds: rows,
    summary: {
      hours8PerSecond: hours,
      days250AsHoursPerSecond: daysAsHours,
      days250SameTimePerSecond: sameTime,
      days250EndOfDayPerSecond: endOfDay,
    },
    limits: {
      hours8PerSecond: { atLeast: 1_000_000 },
      days250AsHoursPerSecond: { atLeast: 700_000 },
      days250SameTimePerSecond: { atLeast: 700_000 },
      days250EndOfDayPerSecond: { atLeast: 700_000 },
    },
  };
}

function run(budget, starts) {
  const startedAt = performance.now();
  const calendars = fiveCalendars().map((spec) => new BusinessCalendar(spec));
  let last = 0;
  for (let i = 0; i < starts.length; i += 1) {
    const due = dueInstant(starts[i], budget, calendars[i % calendars.length]);
    if (due > last) last = due;
  }
  const ms = performance.now() - startedAt;
  return {
    dueDates: starts.length,
    ms: round(ms),
    perSecond: round((starts.length / ms) * 1_000),
    last: new Date(last).toISOString(),
  };
}
