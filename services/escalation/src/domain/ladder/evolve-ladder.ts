import type { CaseEvent } from '../case-event.js';
import type { OpenedCase } from '../case-state.js';
import { agentKey, rosterKey, unitKey } from '../access/access-keys.js';
import type { AlertClimb, PassedStep } from './climb-state.js';

type DataOf<N extends CaseEvent['name']> = Extract<CaseEvent, { name: N }>['data'];

/** An alert without a ladder, or at the top of it, climbs no further. */
export function withRaised(state: OpenedCase, data: DataOf<'alertRaised'>): OpenedCase {
  const { alertId, ladder, next } = data;
  if (!ladder) return state;
  const others = withoutHeld(state, data);
  if (!next) return withClimbs(state, others);
  const told = [{ step: ladder.step, at: Date.parse(data.at) }];
  const held = state.climbs?.find((climb) => climb.alertId === alertId);
  const facts = { ...factsOf({ ...data, ladder }, held?.triggeredAt), ...passedOf(data) };
  return withClimbs(state, [...others, { ...facts, told }]);
}

/** Of what one clock, or trigger, has to say in quiet hours, the last is told when they end. */
export function withHeld(state: OpenedCase, data: DataOf<'alertHeld'>): OpenedCase {
  const held = { step: data.ladder.step, at: Date.parse(data.at) };
  const known = state.climbs?.find(({ alertId }) => alertId === data.alertId);
  const facts = known ?? { ...factsOf(data), told: [] };
  const others = withoutHeld(state, data).filter(({ alertId }) => alertId !== data.alertId);
  return withClimbs(state, [...others, { ...facts, ...passedOf(data), held }]);
}

export function withClimbed(state: OpenedCase, data: DataOf<'alertClimbed'>): OpenedCase {
  const reached = { step: data.ladder.step, at: Date.parse(data.at) };
  const climbs = state.climbs?.flatMap((climb) => {
    if (climb.alertId !== data.alertId) return [climb];
    const { held: _, ...rest } = climb;
    return data.next ? [{ ...rest, ...passedOf(data), told: [...climb.told, reached] }] : [];
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

type Source = Pick<AlertClimb, 'clockId' | 'trigger'>;

const withoutHeld = ({ climbs }: OpenedCase, source: Source): readonly AlertClimb[] =>
  climbs?.filter((climb) => !isUntold(climb) || !isAboutSame(climb, source)) ?? [];

/** Held back at its first level: nobody has heard of it. */
const isUntold = ({ held, told }: AlertClimb) => held !== undefined && told.length === 0;

/** An event says all that were passed over so far. */
function passedOf({ passedOver }: Pick<DataOf<'alertHeld'>, 'passedOver'>) {
  const passed = passedOver?.map(({ step, at, why }): PassedStep => ({
    step,
    at: Date.parse(at),
    why,
  }));
  return passed && { passed };
}

const isAboutSame = (one: Source, other: Source) =>
  one.clockId === other.clockId && one.trigger === other.trigger;

function factsOf(
  data: Omit<DataOf<'alertHeld'>, 'until'>,
  triggeredAt = Date.parse(data.at),
): Omit<AlertClimb, 'told' | 'held'> {
  const { alertId, clockId, trigger, cause, threshold, ladder, dueAt } = data;
  return {
    alertId,
    ...(clockId !== undefined && { clockId }),
    cause,
    ...(trigger !== undefined && { trigger, triggeredAt }),
    ...(threshold !== undefined && { threshold }),
    ladder: ladder.id,
    policyVersion: ladder.policyVersion,
    ...(cause === 'breach' && dueAt && { breachedAt: Date.parse(dueAt) }),
  };
}

/** Units, rosters and people who were told of a case by name see it from then on: keys as of `alsoShownTo`. */
export function withCalled(
  state: OpenedCase,
  { unit, people = [], roster }: Pick<DataOf<'alertRaised'>, 'unit' | 'people' | 'roster'>,
): OpenedCase {
  const keys = people.map(agentKey);
  if (unit !== undefined) keys.push(unitKey(unit));
  if (roster !== undefined) keys.push(rosterKey(roster));
  if (keys.length === 0) return state;
  return { ...state, called: [...new Set([...(state.called ?? []), ...keys])] };
}

/** Absent without any, so that snapshots of most cases stay as short as they are. */
function withClimbs(state: OpenedCase, climbs: readonly AlertClimb[] = []): OpenedCase {
  if (climbs.length > 0) return { ...state, climbs };
  if (!state.climbs) return state;
  const { climbs: _, ...without } = state;
  return without as OpenedCase;
}
