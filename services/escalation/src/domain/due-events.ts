import { levelAt, nextInstant, upcomingFirings } from '#sla';
import type { ClockFiring, SlaClock } from '#sla';
import { calendarsOf, definitionOfClock, originOf } from './case-clocks.js';
import { caseEvent } from './case-event.js';
import type { CaseEvent } from './case-event.js';
import type { OpenedCase } from './case-state.js';
import { clockFields, iso } from './clock-events.js';
import type { DecisionContext } from './decision-context.js';

interface Due {
  clock: SlaClock;
  firing: ClockFiring;
  instant: number;
}

/** What fires later than this after its instant fell into an outage: people are told once. */
const catchUpMs = 60_000;

/**
 * Everything that fell due up to `now`, over all clocks, in order; alerts beside it unless the case is
 * imported. After an outage every event is made, with the instant it was due; alerts are fewer.
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
  if (due.length === 0) return [];
  const alerting = state.imported ? new Set<Due>() : worthAlerting(due, now);
  return due.flatMap((one): CaseEvent[] => {
    const { clock, firing } = one;
    const fields = clockFields(state, clock, firing.at);
    const event =
      firing.type === 'warning'
        ? caseEvent('warningReached', { ...fields, threshold: firing.threshold })
        : caseEvent('clockBreached', fields);
    return alerting.has(one) ? [event, alertOf(state, one, context)] : [event];
  });
}

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

/** Who is told: the level of the clock's ladder that is reached; supervisors where it has none. */
function levelOf(state: OpenedCase, { clock, firing }: Due, { policies }: DecisionContext) {
  const named = definitionOfClock(state, clock, policies)?.ladder;
  const { policyVersion } = originOf(state, clock);
  const ladder = policies.version(policyVersion).ladders?.find(({ id }) => id === named);
  const reached = ladder && levelAt(ladder, firing.type === 'breached' ? 'breach' : firing);
  if (reached) return { level: reached.level, audience: reached.audience };
  return { level: firing.type === 'warning' ? 1 : 2, audience: 'supervisor' as const };
}

function alertOf(state: OpenedCase, due: Due, context: DecisionContext): CaseEvent {
  const { clock, firing } = due;
  const { kind, dueAt } = clockFields(state, clock, firing.at);
  return caseEvent('alertRaised', {
    alertId: context.newId(),
    caseId: state.id,
    number: state.number,
    at: iso(firing.at),
    cause: firing.type === 'warning' ? 'warning' : 'breach',
    ...levelOf(state, due, context),
    severity: state.priority,
    clockId: clock.clockId,
    kind,
    ...(firing.type === 'warning' && { threshold: firing.threshold }),
    dueAt,
    ...(state.owner && { owner: state.owner }),
    dimensions: state.dimensions,
  });
}
