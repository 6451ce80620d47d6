import { describe, expect, it } from '@jest/globals';
import type { Budget } from './budget.js';
import {
  cancelClock,
  correctVerdict,
  nextInstant,
  startClock,
  stopClock,
  tickClock,
} from './clock.js';
import type { Clock } from './clock.js';
import { isPausableKind, mayPause, pauseClock, resumeClock } from './clock-pause.js';
import { extendClock, recalculate } from './clock-recalculate.js';
import type { NewTerms } from './clock-recalculate.js';
import { rulingClock } from './clock-ruling.js';
import { defaultPolicy } from './default-policy.js';
import { compileCalendars } from './policy-calendars.js';

const compiled = compileCalendars(defaultPolicy);
const calendars = (reference: string) => compiled.get(reference)!;
const shanghai = (time: string) => Date.parse(`${time}+08:00`);
const monday = shanghai('2026-01-05T09:00');
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const hours = (count: number): Budget => ({ unit: 'working-minutes', minutes: count * 60 });
const days = (count: number): Budget => ({ unit: 'calendar-days', days: count });

function started(budget: Budget, kind = 'resolution'): Clock {
  const thresholds = [0.5, 0.75, 0.9];
  const start = {
    clockId: kind,
    kind,
    startedAt: monday,
    budget,
    calendar: 'office@1',
    thresholds,
  };
  return startClock(start, calendars);
}
const origin = { policyVersion: 1, rule: 'standard' };
const terms = (changes: Partial<NewTerms> = {}): NewTerms => ({
  cause: 'priority',
  budget: hours(2),
  calendar: 'office@1',
  thresholds: [0.5, 0.75, 0.9],
  policyVersion: 1,
  rule: 'critical',
  before: origin,
  ...changes,
});
const pausedBetween = (clock: Clock, from: number, to: number) =>
  resumeClock(pauseClock(clock, from, 'awaiting-customer'), to, calendars);
const firings = (clock: Clock, now: number) => tickClock(clock, now, calendars).fired;

describe('a paused clock', () => {
  it('has nothing due, and goes on with what was left', () => {
    const paused = pauseClock(started(hours(4)), monday + hour, 'awaiting-customer');
    expect(paused).toMatchObject({ state: 'paused', dueAt: shanghai('2026-01-05T14:00') });
    expect(nextInstant(paused, calendars)).toBeUndefined();
    expect(firings(paused, monday + 30 * day)).toEqual([]);
    const tuesday = shanghai('2026-01-06T09:00');
    const resumed = resumeClock(paused, tuesday, calendars);
    expect(resumed).toMatchObject({ state: 'running', dueAt: tuesday + 3 * hour });
    expect(resumed.pauses).toEqual([
      { from: monday + hour, to: tuesday, reason: 'awaiting-customer' },
    ]);
  });

  it('wins over its breach when it is paused at its very due instant', () => {
    const clock = started({ unit: 'elapsed-minutes', minutes: 60 });
    const ticked = tickClock(clock, clock.dueAt, calendars).clock;
    const paused = pauseClock(ticked, clock.dueAt, 'force-majeure');
    expect(firings(paused, clock.dueAt + day)).toEqual([]);
    const resumed = resumeClock(paused, clock.dueAt + day, calendars);
    expect(resumed.dueAt).toBe(clock.dueAt + day);
    expect(stopClock(resumed, clock.dueAt + day).state).toBe('met');
  });

  it('is met by what comes during the pause, however late', () => {
    const paused = pauseClock(started(hours(4)), monday + hour, 'agreed-appointment');
    const stopped = stopClock(paused, monday + 10 * day);
    expect(stopped).toMatchObject({ state: 'met', stoppedAt: monday + 10 * day });
    expect(stopped.pauses?.[0]?.to).toBe(monday + 10 * day);
    expect(cancelClock(paused, monday + day)).toMatchObject({ state: 'cancelled' });
  });

  it('warns by what it has counted, its pauses left out', () => {
    const resumed = pausedBetween(started(hours(4)), monday + hour, monday + 2 * hour);
    expect(firings(resumed, monday + 10 * day).map(({ at }) => at - monday)).toEqual([
      3 * hour,
      5 * hour,
      5 * hour + 36 * minute,
      6 * hour,
    ]);
  });

  it('rolls to working time again where its budget does', () => {
    const clock = started({ unit: 'calendar-days', days: 4, roll: 'next-working' });
    expect(clock.dueAt).toBe(shanghai('2026-01-09T09:00'));
    const resumed = pausedBetween(clock, monday + hour, monday + hour + day);
    expect(resumed.dueAt).toBe(shanghai('2026-01-12T09:00'));
  });

  it('is never statutory or external, whatever the policy says', () => {
    const statutory = started(days(15), 'statutory');
    expect(pauseClock(statutory, monday + hour, 'awaiting-customer')).toBe(statutory);
    expect(isPausableKind('external')).toBe(false);
    const waits = ['awaiting-customer' as const];
    expect(mayPause({ kind: 'statutory', pauses: waits }, 'awaiting-customer')).toBe(false);
    expect(mayPause({ kind: 'stage', pauses: waits }, 'force-majeure')).toBe(false);
    expect(mayPause({ kind: 'stage' }, 'force-majeure')).toBe(true);
  });

  it('stays what it is when it is not running, and does not resume twice', () => {
    const paused = pauseClock(started(hours(4)), monday + hour, 'awaiting-customer');
    expect(pauseClock(paused, monday + 2 * hour, 'force-majeure')).toBe(paused);
    const resumed = resumeClock(paused, monday + 2 * hour, calendars);
    expect(resumeClock(resumed, monday + 3 * hour, calendars)).toBe(resumed);
  });
});

describe('a recalculated clock', () => {
  it('keeps its pauses, its state and a record of both terms', () => {
    const clock = pausedBetween(started(hours(8)), monday + hour, monday + 2 * hour);
    const changed = recalculate(clock, terms({ budget: hours(4) }), monday + 2 * hour, calendars);
    expect(changed).toMatchObject({ state: 'running', revision: 2, rule: 'critical' });
    expect(changed.pauses).toEqual(clock.pauses);
    expect(changed.dueAt).toBe(shanghai('2026-01-05T15:00'));
    expect(changed.changes).toEqual([
      expect.objectContaining({
        cause: 'priority',
        before: expect.objectContaining({ dueAt: clock.dueAt, rule: 'standard' }),
        after: expect.objectContaining({ dueAt: changed.dueAt, rule: 'critical' }),
      }),
    ]);
    const paused = pauseClock(clock, monday + 3 * hour, 'force-majeure');
    expect(recalculate(paused, terms(), monday + 3 * hour, calendars).state).toBe('paused');
  });

  it('breaches at once, with its due instant, when that has passed', () => {
    const changed = recalculate(started(hours(8)), terms(), monday + 5 * hour, calendars);
    const breach = { type: 'breached', at: monday + 2 * hour };
    expect(firings(changed, monday + 5 * hour).at(-1)).toEqual(breach);
  });

  it('warns again of thresholds that lie ahead, and of no passed one that was ever warned of', () => {
    const now = monday + 2 * hour;
    const warned = tickClock(started(hours(4)), now, calendars).clock;
    expect(warned.warned).toEqual([0.5]);
    const longer = recalculate(warned, terms({ budget: hours(8) }), now, calendars);
    expect(longer.warned).toEqual([]);
    const shorter = recalculate(longer, terms({ budget: hours(3) }), now, calendars);
    expect(shorter.warned).toEqual([0.5]);
    expect(firings(shorter, now + 20 * minute)).toEqual([
      { type: 'warning', threshold: 0.75, at: monday + 2.25 * hour },
    ]);
  });

  it('leaves a clock that has ended alone', () => {
    const met = stopClock(started(hours(8)), monday + hour);
    expect(recalculate(met, terms(), monday + 2 * hour, calendars)).toBe(met);
    expect(extendClock(met, hours(1), origin, monday + 2 * hour, calendars)).toBe(met);
  });
});

describe('an extended clock', () => {
  it('is due later by the extension in its own unit, one revision further', () => {
    const clock = started(days(15), 'statutory');
    const extended = extendClock(clock, days(30), origin, monday + day, calendars);
    expect(extended).toMatchObject({ dueAt: monday + 45 * day, revision: 2 });
    expect(extended).toMatchObject({ extensions: [days(30)], changes: [{ cause: 'extension' }] });
    const fewer = terms({ budget: days(10) });
    const changed = recalculate(extended, fewer, monday + 2 * day, calendars);
    expect(changed.dueAt).toBe(monday + 40 * day);
  });

  it('counts working days from the day whose closing it is due at', () => {
    const clock = started({ unit: 'working-days', days: 4, at: 'end-of-day' });
    expect(clock.dueAt).toBe(shanghai('2026-01-09T18:00'));
    for (const at of ['end-of-day', 'same-time'] as const) {
      const by = { unit: 'working-days' as const, days: 3, at };
      const extended = extendClock(clock, by, origin, monday, calendars);
      expect(extended.dueAt).toBe(shanghai('2026-01-14T18:00'));
    }
  });
});

describe('evidence that arrives late', () => {
  it('corrects a breach to met and the reverse, and leaves a verdict that stands', () => {
    const clock = started(hours(2));
    const breached = stopClock(clock, clock.dueAt + hour);
    const corrected = { state: 'met', stoppedAt: clock.dueAt };
    expect(correctVerdict(breached, clock.dueAt)).toMatchObject(corrected);
    expect(correctVerdict(breached, clock.dueAt + 1)).toBe(breached);
    const met = stopClock(clock, clock.dueAt);
    expect(correctVerdict(met, clock.dueAt + 1)).toMatchObject({ state: 'breached' });
    expect(correctVerdict(clock, clock.dueAt + 1)).toBe(clock);
  });
});

describe('the ruling clock', () => {
  it('is the earliest that runs, the statutory one where both are due together', () => {
    const contractual = started(hours(8));
    const statutory = { ...contractual, clockId: 'statutory', kind: 'statutory' };
    const later = { ...statutory, dueAt: statutory.dueAt + 1 };
    expect(rulingClock([contractual, statutory])).toBe(statutory);
    expect(rulingClock([contractual, later])).toBe(contractual);
    const paused = pauseClock(contractual, monday, 'awaiting-customer');
    expect(rulingClock([paused, later])).toBe(later);
    expect(rulingClock([paused])).toBeUndefined();
  });
});
