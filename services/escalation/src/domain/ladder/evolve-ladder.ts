import type { CaseEvent } from '../case-event.js';
import type { OpenedCase } from '../case-state.js';
import type { AlertClimb } from './climb-state.js';

type DataOf<N extends CaseEvent['name']> = Extract<CaseEvent, { name: N }>['data'];

/** An alert without a ladder, or at the top of it, climbs no further. */
export function withRaised(state: OpenedCase, data: DataOf<'alertRaised'>): OpenedCase {
  const { alertId, clockId, cause, ladder, next } = data;
  if (!ladder || clockId === undefined || (cause !== 'warning' && cause !== 'breach')) return state;
  const others = withoutHeld(state, clockId);
  if (!next) return withClimbs(state, others);
  const told = [{ step: ladder.step, at: Date.parse(data.at) }];
  const facts = factsOf({ ...data, alertId, clockId, cause, ladder });
  return withClimbs(state, [...others, { ...facts, told }]);
}

/** Of what one clock has to say in quiet hours, the last is told when they end. */
export function withHeld(state: OpenedCase, data: DataOf<'alertHeld'>): OpenedCase {
  const held = { step: data.ladder.step, at: Date.parse(data.at) };
  const climb = { ...factsOf(data), told: [], held };
  return withClimbs(state, [...withoutHeld(state, data.clockId), climb]);
}

export function withClimbed(state: OpenedCase, data: DataOf<'alertClimbed'>): OpenedCase {
  const reached = { step: data.ladder.step, at: Date.parse(data.at) };
  const climbs = state.climbs?.flatMap((climb) => {
    if (climb.alertId !== data.alertId) return [climb];
    return data.next ? [{ ...climb, told: [...climb.told, reached] }] : [];
  });
  return withClimbs(state, climbs);
}

/** Nobody else is told of an alert that somebody took on. */
export function withoutAlert(state: OpenedCase, alertId: string): OpenedCase {
  if (!state.climbs) return state;
  return withClimbs(
    state,
    state.climbs.filter((climb) => climb.alertId !== alertId),
  );
}

/** Nobody is told any more of a clock that stopped; of none at all once its case is closed. */
export function withoutClock(state: OpenedCase, clockId?: string): OpenedCase {
  if (!state.climbs) return state;
  return withClimbs(
    state,
    state.climbs.filter((climb) => clockId !== undefined && climb.clockId !== clockId),
  );
}

const withoutHeld = ({ climbs }: OpenedCase, clockId: string): readonly AlertClimb[] =>
  climbs?.filter((climb) => !climb.held || climb.clockId !== clockId) ?? [];

function factsOf(
  data: Pick<DataOf<'alertHeld'>, 'alertId' | 'clockId' | 'cause' | 'threshold' | 'ladder'> & {
    dueAt?: string;
  },
): Omit<AlertClimb, 'told' | 'held'> {
  const { alertId, clockId, cause, threshold, ladder, dueAt } = data;
  return {
    alertId,
    clockId,
    cause,
    ...(threshold !== undefined && { threshold }),
    ladder: ladder.id,
    policyVersion: ladder.policyVersion,
    ...(cause === 'breach' && dueAt && { breachedAt: Date.parse(dueAt) }),
  };
}

/** Absent without any, so that snapshots of most cases stay as short as they are. */
function withClimbs(state: OpenedCase, climbs: readonly AlertClimb[] = []): OpenedCase {
  if (climbs.length > 0) return { ...state, climbs };
  if (!state.climbs) return state;
  const { climbs: _, ...without } = state;
  return without as OpenedCase;
}
