import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  cancelClock,
  nextInstant,
  startClock,
  stopClock,
  tickClock,
  upcomingFirings,
} from './clock.js';
import { defaultPolicy } from './default-policy.js';
import { compileCalendars } from './policy-calendars.js';

const compiled = compileCalendars(defaultPolicy);
const calendars = (reference: string) => compiled.get(reference)!;
const start = Date.parse('2026-01-05T09:00+08:00');
const minute = 60_000;
const clock = startClock(
  {
    clockId: 'acknowledge',
    kind: 'acknowledge',
    startedAt: start,
    budget: { unit: 'working-minutes', minutes: 100 },
    calendar: 'office@1',
    thresholds: [0.5, 0.75, 0.9],
  },
  calendars,
);

describe('an SLA clock', () => {
  it('is met at its very due instant and breached a millisecond later', () => {
    expect(stopClock(clock, clock.dueAt).state).toBe('met');
    expect(stopClock(clock, clock.dueAt + 1).state).toBe('breached');
  });

  it('warns once per threshold, never early, then breaches at due', () => {
    const seen = [];
    let current = clock;
    for (let at = nextInstant(current, calendars); at !== undefined;) {
      expect(tickClock(current, at - 1, calendars).fired).toEqual([]);
      const ticked = tickClock(current, at, calendars);
      seen.push(...ticked.fired);
      current = ticked.clock;
      at = nextInstant(current, calendars);
    }
    expect(seen).toEqual([
      { type: 'warning', threshold: 0.5, at: start + 50 * minute },
      { type: 'warning', threshold: 0.75, at: start + 75 * minute },
      { type: 'warning', threshold: 0.9, at: start + 90 * minute },
      { type: 'breached', at: clock.dueAt },
    ]);
    expect(current.state).toBe('breached');
  });

  it('has its next instant at the first of its upcoming firings', () => {
    const thresholds = fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { maxLength: 5 });
    fc.assert(
      fc.property(thresholds, fc.nat(), fc.nat(7 * 24 * 60), (percents, warned, offset) => {
        const shares = percents.map((percent) => percent / 100);
        const some = {
          ...startClock(
            {
              clockId: 'resolution',
              kind: 'resolution',
              startedAt: start + offset * minute,
              budget: { unit: 'working-days', days: 3, at: 'end-of-day' },
              calendar: 'office@1',
              thresholds: shares,
            },
            calendars,
          ),
          warned: shares.filter((_, index) => (warned >> index) % 2 === 1),
        };
        expect(nextInstant(some, calendars)).toBe(upcomingFirings(some, calendars)[0]?.instant);
      }),
    );
  });

  it('catches up in order after an outage, with the instants things were due', () => {
    const { fired } = tickClock(clock, clock.dueAt + 3_600_000, calendars);
    expect(fired.map(({ at }) => at)).toEqual([...fired.map(({ at }) => at)].sort((a, b) => a - b));
    expect(fired[fired.length - 1]).toEqual({ type: 'breached', at: clock.dueAt });
  });

  it('keeps a breach when the work is done after all', () => {
    const { clock: breached } = tickClock(clock, clock.dueAt + 1, calendars);
    expect(stopClock(breached, clock.dueAt + minute)).toMatchObject({
      state: 'breached',
      stoppedAt: clock.dueAt + minute,
    });
    expect(cancelClock(breached, clock.dueAt + minute)).toBe(breached);
  });
});
