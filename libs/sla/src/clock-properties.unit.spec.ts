import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Budget } from './budget.js';
import { startClock, tickClock } from './clock.js';
import type { Clock } from './clock.js';
import { clockStanding, consumedMinutes, countedBetween } from './clock-measure.js';
import { pauseClock, resumeClock } from './clock-pause.js';
import { recalculate } from './clock-recalculate.js';
import { defaultPolicy } from './default-policy.js';
import { compileCalendars } from './policy-calendars.js';

const compiled = compileCalendars(defaultPolicy);
const calendars = (reference: string) => compiled.get(reference)!;
const office = calendars('office@1');
const monday = Date.parse('2026-01-05T09:00+08:00');
const day = 86_400_000;
const numRuns = 1_000;

const minutes = (unit: 'working-minutes' | 'elapsed-minutes', max: number) =>
  fc.integer({ min: 1, max }).map((count): Budget => ({ unit, minutes: count }));
const count = fc.integer({ min: 1, max: 20 });
const workingBudgets: fc.Arbitrary<Budget> = fc.oneof(
  minutes('working-minutes', 6_000),
  fc.record({
    unit: fc.constant('working-days' as const),
    days: count,
    at: fc.constantFrom('same-time' as const, 'end-of-day' as const),
  }),
);
const budgets: fc.Arbitrary<Budget> = fc.oneof(
  workingBudgets,
  minutes('elapsed-minutes', 20_000),
  count.map((days) => ({ unit: 'calendar-days' as const, days })),
  count.map((days) => ({ unit: 'calendar-days' as const, days, roll: 'next-working' as const })),
);
const clocksOf = (some: fc.Arbitrary<Budget>) =>
  fc.tuple(some, fc.nat(30 * 24 * 60 * 60)).map(([budget, seconds]) =>
    startClock(
      {
        clockId: 'resolution',
        kind: 'resolution',
        startedAt: monday + seconds * 1_000,
        budget,
        calendar: 'office@1',
        thresholds: [0.5, 0.75, 0.9],
      },
      calendars,
    ),
  );
const clocks = clocksOf(budgets);
/** How long after each other a clock is paused and resumed; now and then in the same millisecond. */
const gaps = fc.array(fc.oneof(fc.constant(0), fc.nat(3 * day)), { minLength: 2, maxLength: 8 });

/** Paused and resumed in turn for as long as the clock has not breached. */
function worked(clock: Clock, steps: readonly number[]): { clock: Clock; at: number } {
  let at = clock.startedAt;
  for (const step of steps) {
    if (clock.state === 'running' && at + step > clock.dueAt) break;
    at += step;
    clock =
      clock.state === 'paused'
        ? resumeClock(clock, at, calendars)
        : pauseClock(clock, at, 'awaiting-customer');
  }
  return { clock, at };
}

function changed(clock: Clock, budget: Budget, at: number): Clock {
  const { calendar, thresholds } = clock;
  const before = { policyVersion: 1, rule: 'standard' };
  const after = { policyVersion: 1, rule: 'critical' };
  const terms = { cause: 'priority' as const, budget, calendar, thresholds, ...after, before };
  return recalculate(clock, terms, at, calendars);
}

describe('any clock', () => {
  it('is never due earlier for a pause', () => {
    fc.assert(
      fc.property(clocks, gaps, (clock, steps) => {
        expect(worked(clock, steps).clock.dueAt).toBeGreaterThanOrEqual(clock.dueAt);
      }),
      { numRuns },
    );
  });

  it('is due when it was after a pause outside working hours', () => {
    const parts = fc.tuple(fc.nat(day), fc.nat(day));
    fc.assert(
      fc.property(
        clocksOf(workingBudgets),
        fc.integer({ min: 1, max: 5 }),
        parts,
        (clock, later, two) => {
          const evening = office.closingOf(office.workingDayAfter(clock.startedAt, later));
          const morning = office.nextWorking(evening + 1);
          const [from, to] = two
            .map((part) => evening + (part % (morning - evening)))
            .sort((a, b) => a - b) as [number, number];
          // What is due at that very closing instant has breached by then.
          fc.pre(countedBetween(from, clock.dueAt, clock.budget, office) > 0);
          const paused = pauseClock(clock, from, 'agreed-appointment');
          expect(resumeClock(paused, to, calendars).dueAt).toBe(clock.dueAt);
        },
      ),
      { numRuns },
    );
  });

  it('has consumed and remaining add up to its budget at every instant up to the due one', () => {
    const shares = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(clocks, gaps, shares, (clock, steps, share) => {
        const { clock: after, at } = worked(clock, steps);
        const now = Math.round(at + share * Math.max(0, after.dueAt - at));
        const { budgetMs, consumedMs, remainingMs } = clockStanding(after, now, calendars);
        expect(consumedMs + remainingMs).toBe(budgetMs);
        expect(consumedMinutes(after, now, calendars)).toBe(consumedMs / 60_000);
      }),
      { numRuns },
    );
  });

  it('keeps its budget through every pause', () => {
    fc.assert(
      fc.property(clocks, gaps, (clock, steps) => {
        // Rolling waits for the next opening: that counts as well.
        fc.pre(!('roll' in clock.budget));
        const { clock: after, at } = worked(clock, steps);
        const { budgetMs } = clockStanding(clock, clock.startedAt, calendars);
        expect(clockStanding(after, at, calendars).budgetMs).toBe(budgetMs);
      }),
      { numRuns },
    );
  });

  it('keeps its pauses through recalculation, which with the same terms moves nothing', () => {
    fc.assert(
      fc.property(clocks, gaps, budgets, (clock, steps, budget) => {
        const { clock: before, at } = worked(clock, steps);
        const { state, dueAt, pauses } = before;
        expect(changed(before, before.budget, at)).toMatchObject({ state, dueAt });
        const other = changed(before, budget, at);
        expect(other.state).toBe(state);
        expect(other.pauses).toEqual(pauses);
        const bare = startClock({ ...clock, budget }, calendars);
        expect(other.dueAt).toBeGreaterThanOrEqual(bare.dueAt);
      }),
      { numRuns },
    );
  });

  it('reports each thing once and in order, and breaches in the end, whatever changed', () => {
    fc.assert(
      fc.property(clocks, gaps, budgets, (clock, steps, budget) => {
        const { clock: before, at } = worked(clock, steps);
        const now = tickClock(resumeClock(before, at, calendars), at, calendars);
        const end = tickClock(changed(now.clock, budget, at), at + 900 * day, calendars);
        const again = end.fired.flatMap((one) => (one.type === 'warning' ? one.threshold : []));
        expect(new Set(again).size).toBe(again.length);
        const instants = end.fired.map((one) => one.at);
        expect(instants).toEqual([...instants].sort((a, b) => a - b));
        expect(end.clock.state).toBe('breached');
      }),
      { numRuns },
    );
  });
});
