import type { CaseEvent } from '../case-event.js';
import type { OpenedCase } from '../case-state.js';
import { isSnoozed } from './snooze-state.js';

type DataOf<N extends CaseEvent['name']> = Extract<CaseEvent, { name: N }>['data'];

/** Snoozed again, it ends at another time and keeps what it has. */
export function withSnooze(
  state: OpenedCase,
  { until: time, by, reason }: DataOf<'remindersSnoozed'>,
): OpenedCase {
  const until = Date.parse(time);
  return { ...climbingNotBefore(state, until), snooze: { ...state.snooze, until, by, reason } };
}

export function withoutSnooze(state: OpenedCase, at?: string): OpenedCase {
  if (!state.snooze) return state;
  const { snooze: _, ...awake } = state;
  return at === undefined
    ? (awake as OpenedCase)
    : climbingNotBefore(awake as OpenedCase, Date.parse(at));
}

/** A warning that nobody is told of now: the last of its clock is what is told afterwards. */
export function withKeptWarning(
  state: OpenedCase,
  { clockId, threshold, at }: DataOf<'warningReached'>,
): OpenedCase {
  const { snooze } = state;
  if (!snooze || !isSnoozed(state, Date.parse(at))) return state;
  const others = snooze.kept?.filter((one) => one.clockId !== clockId) ?? [];
  return { ...state, snooze: { ...snooze, kept: [...others, { clockId, threshold }] } };
}

/** Alerts about warnings climb no further before an instant; those about breaches do. */
function climbingNotBefore(state: OpenedCase, notBefore: number): OpenedCase {
  if (!state.climbs?.some(({ cause }) => cause === 'warning')) return state;
  const climbs = state.climbs.map((climb) =>
    climb.cause === 'warning' ? { ...climb, notBefore } : climb,
  );
  return { ...state, climbs };
}
