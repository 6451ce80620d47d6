import { nextInstant, upcomingFirings } from '#sla';
import type { ClockFiring, SlaClock } from '#sla';
import { calendarsOf } from './case-clocks.js';
import { caseEvent } from './case-event.js';
import type { CaseEvent } from './case-event.js';
import type { CaseState, OpenedCase } from './case-state.js';
import { clockFields } from './clock-events.js';
import type { DecisionContext } from './decision-context.js';
import { evolve } from './evolve.js';
import { dueWake, keptAlerts } from './reminders/decide-reminders.js';
import { isSnoozed } from './reminders/snooze-state.js';
import { alertOf, catchUpMs, dueSteps } from './ladder/ladder-alerts.js';

interface Due {
  clock: SlaClock;
  firing: ClockFiring;
  instant: number;
}

/**
 * Everything that fell due up to `now`, over all clocks, in order; alerts beside it unless the case is
 * imported, and the alerts that go on to their next level. After an outage every event is made, with the instant it was due; alerts are fewer.
 */
export function dueEvents(state: OpenedCase, now: number, context: DecisionContext): CaseEvent[] {
  const due = state.clocks
    .flatMap((clock): Due[] => {
      const calendars = calendarsOf(state, clock, context.policies);
      if ((nextInstant(clock, calendars) ?? Infinity) > now) return [];
      return upcomingFirings(clock, calendars).map((firing) => ({ clock, ...firing }));
    })
    .filter(({ instant }) => instant <= now)
    .sort((a, b) => a.instant - b.instant);
  if (due.length === 0 && !state.climbs && !state.snooze) return [];
  const isTold = ({ firing }: Due) => firing.type === 'breached' || !isSnoozed(state, firing.at);
  const alerting = state.imported ? new Set<Due>() : worthAlerting(due.filter(isTold), now);
  const fire = (one: Due): CaseEvent[] => {
    const { clock, firing } = one;
    const fields = clockFields(state, clock, firing.at);
    const event =
      firing.type === 'warning'
        ? caseEvent('warningReached', { ...fields, threshold: firing.threshold })
        : caseEvent('clockBreached', fields);
    const alert = alerting.has(one) ? alertOf(state, one, now, context) : undefined;
    return alert ? [event, alert] : [event];
  };
  if (!state.snooze) {
    const fired = due.flatMap(fire);
    // What fires may replace what was held in quiet hours.
    if (!state.climbs) return fired;
    return [...fired, ...dueSteps(afterEvents(state, fired), now, context)];
  }
  const asleep = due.filter(({ firing }) => isSnoozed(state, firing.at)).flatMap(fire);
  const before = afterEvents(state, asleep);
  const woken = dueWake(before, now);
  const awake = due.filter(({ firing }) => !isSnoozed(state, firing.at)).flatMap(fire);
  const after = afterEvents(before, [...woken, ...awake]);
  const kept = woken.length > 0 ? keptAlerts(before, after, now, context) : [];
  const told = afterEvents(after, kept);
  return [...asleep, ...woken, ...awake, ...kept, ...dueSteps(told, now, context)];
}

const afterEvents = (state: OpenedCase, events: readonly CaseEvent[]) =>
  events.reduce<CaseState>((current, event) => evolve(current, event), state) as OpenedCase;

/**
 * What supervisors are told of: everything that fires in time. Of what an outage held up, one alert per
 * case and cause: a clock counts with the highest it has reached, its breach or its last warning; of
 * several breaches the first is told, of several warnings the highest.
 */
function worthAlerting(due: readonly Due[], now: number): Set<Due> {
  const inTime = due.filter(({ instant }) => now - instant <= catchUpMs);
  const late = due.filter((one) => !inTime.includes(one));
  const highest = [...new Map(late.map((one) => [one.clock.clockId, one])).values()];
  const breaches = highest.filter(({ firing }) => firing.type === 'breached');
  const warnings = highest.filter(({ firing }) => firing.type === 'warning');
  const first = breaches.sort((a, b) => a.instant - b.instant).slice(0, 1);
  const last = warnings.sort((a, b) => thresholdOf(b) - thresholdOf(a)).slice(0, 1);
  return new Set([...inTime, ...first, ...last]);
}

const thresholdOf = ({ firing }: Due) => (firing.type === 'warning' ? firing.threshold : 1);
