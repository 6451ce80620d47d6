import { isPausableKind, mayPause, pausedSince, resumeClock } from '#sla';
import type { PauseReason, SlaClock } from '#sla';
import { calendarsOf, definitionOfClock, isOpenClock } from './case-clocks.js';
import { CaseRefusal } from './case-command.js';
import type { ClockCommand } from './case-command.js';
import { caseEvent } from './case-event.js';
import type { CaseEvent } from './case-event.js';
import { isWorking } from './case-state.js';
import type { OpenedCase } from './case-state.js';
import { clockFields, iso, resumedEvent } from './clock-events.js';
import type { DecisionContext } from './decision-context.js';

type Command<T extends ClockCommand['type']> = Extract<ClockCommand, { type: T }>;

const refused = (detail: string) => new CaseRefusal('illegal-transition', detail);

/** Every running clock that staff may pause for this reason, or those that are named and no fewer. */
export function decidePause(
  { reason, note, clocks: names, by }: Command<'pause'>,
  state: OpenedCase,
  now: number,
  context: DecisionContext,
): CaseEvent[] {
  if (!isWorking(state)) throw refused(`the case is ${state.status}: none of its clocks runs`);
  const whyNot = (clock: SlaClock) => whyNotPaused(state, clock, reason, context);
  const pausable = names
    ? namedClocks(state, names)
    : state.clocks.filter((clock) => clock.state === 'running' && !whyNot(clock));
  if (pausable.length === 0) throw refused(`no clock that runs may be paused for ${reason}`);
  return pausable.map((clock) => {
    const detail = whyNot(clock);
    if (detail) throw refused(detail);
    const fields = clockFields(state, clock, now);
    return caseEvent('clockPaused', { ...fields, reason, ...(note && { note }), by });
  });
}

/** Every paused clock, or those that are named, goes on with what was left. */
export function decideResume(
  { clocks: names, by }: Command<'resume'>,
  state: OpenedCase,
  now: number,
  context: DecisionContext,
): CaseEvent[] {
  const paused = names
    ? namedClocks(state, names)
    : state.clocks.filter((clock) => clock.state === 'paused');
  if (paused.length === 0) throw refused('no clock of the case is paused');
  return paused.map((clock) => {
    const since = pausedSince(clock);
    if (since === undefined) throw refused(`${clock.clockId} is not paused`);
    if (now < since) throw refused(`${clock.clockId} is paused from ${iso(since)} on`);
    const resumed = resumeClock(clock, now, calendarsOf(state, clock, context.policies));
    return resumedEvent(state, clock, resumed, now, by);
  });
}

/** The open clocks that names, ids or kinds, stand for; each stands for one at least. */
export function namedClocks(state: OpenedCase, names: readonly string[]): SlaClock[] {
  const found = names.flatMap((name) => {
    const clocks = state.clocks.filter(
      (clock) => isOpenClock(clock) && (clock.clockId === name || clock.kind === name),
    );
    if (clocks.length === 0) throw refused(`the case has no open clock ${name}`);
    return clocks;
  });
  return [...new Set(found)];
}

function whyNotPaused(
  state: OpenedCase,
  clock: SlaClock,
  reason: PauseReason,
  { policies }: DecisionContext,
): string | undefined {
  const { clockId, kind } = clock;
  if (kind === 'statutory') return `${clockId} can't be paused: a regulation sets it`;
  if (!isPausableKind(kind)) return `${clockId} can't be paused: it came with the complaint`;
  if (clock.state !== 'running') return `${clockId} can't be paused: it is ${clock.state}`;
  const definition = definitionOfClock(state, clock, policies);
  if (!definition || mayPause(definition, reason)) return undefined;
  const allowed = definition.pauses?.join(', ') || 'no reason at all';
  return `${clockId} may not be paused for ${reason}; its policy allows ${allowed}`;
}
