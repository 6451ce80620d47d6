import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { dueInstant } from './budget.js';
import type { Budget } from './budget.js';
import { BusinessCalendar } from './business-calendar.js';
import type { CalendarSpec } from './calendar-spec.js';
import { comingSteps } from './ladder-climb.js';
import type { LadderStep } from './ladder-climb.js';
import { levelAt, quietUntil } from './policy-ladder.js';
import type { Ladder, LadderLevel } from './policy-ladder.js';

const minute = 60_000;
const noon = Date.parse('2026-11-23T12:00+08:00');
const night = { tz: 'Asia/Shanghai', from: '22:00', to: '07:00' };
const ladder: Ladder = {
  id: 'desk',
  levels: [
    { id: 'team', level: 1, audience: 'supervisor', after: { threshold: 0.75 }, next: 'head' },
    { id: 'desk', level: 2, audience: 'supervisor', after: { breach: 0 }, next: 'head' },
    { id: 'branch', level: 3, audience: 'manager', after: { breach: 60 }, quiet: night },
    { id: 'head', level: 4, audience: 'admin', after: { unacknowledged: 90 } },
  ],
};
const coming = (told: LadderStep[], breachedAt?: number, severity = 'normal') =>
  comingSteps(ladder, { told, breachedAt }, severity).map(({ level, at }) => [
    level.id,
    (at - noon) / minute,
  ]);

describe('an alert on its ladder', () => {
  it('goes on to the level that waits for nobody to acknowledge it, counted from when people were told', () => {
    expect(coming([{ step: 'team', at: noon }])).toEqual([['head', 90]]);
  });

  it('goes on so long after the breach, in time order with what waits for nobody', () => {
    expect(coming([{ step: 'desk', at: noon }], noon)).toEqual([
      ['branch', 60],
      ['head', 90],
    ]);
  });

  it('still reaches the level above whom it told first, after another one was told between', () => {
    const told = [
      { step: 'desk', at: noon },
      { step: 'branch', at: noon + 60 * minute },
    ];
    expect(coming(told, noon)).toEqual([['head', 90]]);
  });

  it('ends at the top', () => {
    expect(coming([{ step: 'head', at: noon }], noon)).toEqual([]);
  });

  it('waits for the end of quiet hours, and never for a critical case', () => {
    const late = noon + 9.5 * 60 * minute; // 21:30, so that an hour later it is night
    const [first] = coming([{ step: 'desk', at: late }], late).filter(([id]) => id === 'branch');
    expect(first).toEqual(['branch', 19 * 60]);
    const told = coming([{ step: 'desk', at: late }], late, 'critical');
    expect(told).toContainEqual(['branch', 10.5 * 60]);
  });

  it('passes over a level that sleeps while a higher one does not', () => {
    const late = noon + 9.5 * 60 * minute;
    expect(coming([{ step: 'desk', at: late }], late)[0]).toEqual(['head', 11 * 60]);
  });

  it('tells the highest level that is reached when a breach is told late', () => {
    expect(levelAt(ladder, 'breach')?.id).toBe('desk');
    expect(levelAt(ladder, 'breach', 59)?.id).toBe('desk');
    expect(levelAt(ladder, 'breach', 60)?.id).toBe('branch');
  });

  it('only ever rises, never into quiet hours, and comes to an end, whatever the ladder', () => {
    fc.assert(
      fc.property(randomLadder, fc.integer({ min: 0, max: 10_000 }), (given, offset) => {
        const start = noon + offset * minute;
        let told: LadderStep[] = [{ step: given.levels[0]!.id, at: start }];
        for (let steps = 0; ; steps += 1) {
          expect(steps).toBeLessThan(given.levels.length);
          const [next] = comingSteps(given, { told, breachedAt: start }, 'normal');
          if (!next) break;
          const last = told.at(-1)!;
          const below = given.levels.find(({ id }) => id === last.step)!;
          expect(next.level.level).toBeGreaterThan(below.level);
          expect(next.at).toBeGreaterThanOrEqual(next.dueAt);
          expect(quietUntil(next.level, next.at, 'normal')).toBeUndefined();
          told = [...told, { step: next.level.id, at: next.at }];
        }
      }),
    );
  });
});

const nineToSix: CalendarSpec['hours']['mon'] = [['09:00', '18:00']];
const workdays = {
  hours: {
    ...{ mon: nineToSix, tue: nineToSix, wed: nineToSix, thu: nineToSix, fri: nineToSix },
    ...{ sat: [], sun: [] },
  },
  holidays: [1, 2, 3, 4, 5, 6, 7].map((day) => `2026-10-0${day}`),
  // Worked in place of the holidays.
  overrides: { '2026-09-20': nineToSix, '2026-10-10': nineToSix },
};
const isWorked = (date: Temporal.PlainDate) => {
  const day = date.toString();
  if (Object.hasOwn(workdays.overrides, day)) return true;
  return !workdays.holidays.includes(day) && date.dayOfWeek <= 5;
};

describe('a level that waits in working time after a breach', () => {
  const laddered = (delay: Budget): Ladder => ({
    id: 'late',
    levels: [
      { id: 'desk', level: 1, audience: 'supervisor', after: { breach: 0 } },
      { id: 'criticism', level: 2, audience: 'manager', after: { breach: delay } },
    ],
  });

  it('is told after as many working days, over make-up days and changes of the clock', () => {
    const start = fc.record({
      tz: fc.constantFrom('Asia/Shanghai', 'America/New_York', 'Europe/London'),
      date: fc
        .integer({ min: 0, max: 360 })
        .map((days) => Temporal.PlainDate.from('2026-01-01').add({ days }))
        .filter(isWorked),
      hour: fc.integer({ min: 9, max: 17 }),
      days: fc.integer({ min: 1, max: 25 }),
      at: fc.constantFrom('same-time' as const, 'end-of-day' as const),
    });
    fc.assert(
      fc.property(start, ({ tz, date, hour, days, at }) => {
        const calendar = new BusinessCalendar({ id: 'any', version: 1, tz, ...workdays });
        const instantOf = (on: Temporal.PlainDate, plainTime: string) =>
          on.toZonedDateTime({ timeZone: tz, plainTime }).epochMilliseconds;
        const time = `${String(hour).padStart(2, '0')}:00`;
        const breachedAt = instantOf(date, time);
        let day = date;
        for (let left = days; left > 0; left -= isWorked(day) ? 1 : 0) day = day.add({ days: 1 });
        const expected = instantOf(day, at === 'end-of-day' ? '18:00' : time);
        const delay: Budget = { unit: 'working-days', days, at };
        const told = [{ step: 'desk', at: breachedAt }];
        const given = laddered(delay);
        const steps = comingSteps(given, { told, breachedAt }, 'normal', () => calendar);
        expect(steps.map((step) => [step.level.id, step.at])).toEqual([['criticism', expected]]);
        // What an outage held up is told to whom it has reached meanwhile, from the same instant on.
        const reachedAt = (now: number) =>
          levelAt(given, 'breach', Math.floor((now - breachedAt) / minute), (one) => {
            return dueInstant(breachedAt, one, calendar) <= now;
          })?.id;
        expect([reachedAt(expected - 1), reachedAt(expected)]).toEqual(['desk', 'criticism']);
      }),
      { numRuns: 300 },
    );
  });

  it('needs the calendar of its clock', () => {
    const delay: Budget = { unit: 'working-minutes', minutes: 60 };
    const told = [{ step: 'desk', at: noon }];
    expect(() => comingSteps(laddered(delay), { told, breachedAt: noon }, 'normal')).toThrow(
      RangeError,
    );
    expect(comingSteps(laddered(delay), { told }, 'normal')).toEqual([]);
  });
});

const timeOfDay = fc
  .integer({ min: 0, max: 23 })
  .map((hour) => `${String(hour).padStart(2, '0')}:00`);
const quiet = fc
  .tuple(timeOfDay, timeOfDay)
  .filter(([from, to]) => from !== to)
  .map(([from, to]) => ({ tz: 'Asia/Shanghai', from, to }));
const after = fc.oneof(
  fc.record({ breach: fc.integer({ min: 0, max: 3_000 }) }),
  fc.record({ unacknowledged: fc.integer({ min: 1, max: 3_000 }) }),
);
/** Levels in rising order, each handing on to the one above it. */
const randomLadder: fc.Arbitrary<Ladder> = fc
  .array(fc.record({ after, quiet: fc.option(quiet, { nil: undefined }) }), {
    minLength: 1,
    maxLength: 9,
  })
  .map((given) => ({
    id: 'any',
    levels: given.map((one, index): LadderLevel => ({
      id: `l${index + 1}`,
      level: index + 1,
      audience: 'supervisor',
      after: one.after,
      ...(index + 1 < given.length && { next: `l${index + 2}` }),
      ...(one.quiet && { quiet: one.quiet }),
    })),
  }));
