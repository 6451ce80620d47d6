import { cancelClock, endPause, isPausableKind, pauseClock, stopClock } from '#sla';
import type { Budget, ClockTerms, SlaClock } from '#sla';
import type { CaseEvent } from './case-event.js';
import { withoutClock } from './ladder/evolve-ladder.js';
import { isWorking } from './case-state.js';
import type { OpenedCase } from './case-state.js';
import { fromClockFacts } from './clock-facts.js';

type ClockEvent = Extract<
  CaseEvent,
  {
    name:
      | 'clockStarted'
      | 'warningReached'
      | 'clockBreached'
      | 'clockMet'
      | 'clockStoppedLate'
      | 'clockCancelled'
      | 'clockJudged'
      | 'clockPaused'
      | 'clockResumed'
      | 'clockRecalculated'
      | 'extensionRequested'
      | 'extensionApproved'
      | 'extensionRefused'
      | 'verdictCorrected';
  }
>;

/** The case after an event about one of its clocks; with its clocks, its status may change. */
export function evolveClocks(state: OpenedCase, event: ClockEvent): OpenedCase {
  const next: OpenedCase = { ...withoutStopped(state, event), ...changed(state, event) };
  return isWorking(next) ? { ...next, status: workingStatus(next.clocks) } : next;
}

/** A clock that stopped has nothing more to tell anybody. */
function withoutStopped(state: OpenedCase, { name, data }: ClockEvent): OpenedCase {
  const hasStopped =
    name === 'clockMet' ||
    name === 'clockStoppedLate' ||
    name === 'clockCancelled' ||
    name === 'verdictCorrected';
  return hasStopped && state.climbs ? withoutClock(state, data.clockId) : state;
}

/**
 * Paused while a clock is paused and none runs that staff may pause: statutory and external ones go on,
 * and what is promised besides keeps the case open.
 */
export function workingStatus(clocks: readonly SlaClock[]): 'open' | 'paused' {
  let isPaused = false;
  for (const { state, kind } of clocks) {
    if (state === 'running' && isPausableKind(kind)) return 'open';
    if (state === 'paused') isPaused = true;
  }
  return isPaused ? 'paused' : 'open';
}

type Changed = Partial<Pick<OpenedCase, 'clocks' | 'extensionRequests'>>;

function changed(state: OpenedCase, event: ClockEvent): Changed {
  if (event.name === 'clockStarted') {
    const { clock, linkedTo } = event.data;
    const started = fromClockFacts(clock);
    return { clocks: [...state.clocks, linkedTo ? { ...started, linkedTo } : started] };
  }
  const { clockId, at: time } = event.data;
  const at = Date.parse(time);
  const withClock = (change: (clock: SlaClock) => SlaClock): Changed => ({
    clocks: state.clocks.map((clock) => (clock.clockId === clockId ? change(clock) : clock)),
  });
  switch (event.name) {
    case 'warningReached':
      return withClock((clock) => ({ ...clock, warned: [...clock.warned, event.data.threshold] }));
    case 'clockBreached':
      return withClock((clock) => ({ ...clock, state: 'breached' }));
    case 'clockMet':
      return withClock((clock) => ({ ...stopClock(clock, at), state: 'met' }));
    case 'clockStoppedLate':
      return withClock((clock) => ({ ...clock, stoppedAt: at }));
    case 'clockCancelled':
      return withClock((clock) => cancelClock(clock, at));
    case 'clockPaused':
      return withClock((clock) => pauseClock(clock, at, event.data.reason));
    case 'clockResumed':
      return withClock((clock) => ({
        ...clock,
        state: 'running',
        dueAt: Date.parse(event.data.dueAt),
        pauses: endPause(clock.pauses ?? [], at),
      }));
    case 'clockRecalculated':
      return withClock((clock) => recalculated(clock, at, event.data));
    case 'verdictCorrected':
      return withClock((clock) => ({ ...clock, state: event.data.verdict, stoppedAt: at }));
    case 'extensionRequested': {
      const request = { clockId, by: event.data.by };
      return { extensionRequests: [...(state.extensionRequests ?? []), request] };
    }
    case 'extensionApproved':
    case 'extensionRefused': {
      const left = state.extensionRequests?.filter((request) => request.clockId !== clockId);
      return { extensionRequests: left?.length ? left : undefined };
    }
    case 'clockJudged':
      return {};
  }
}

type Recalculated = Extract<CaseEvent, { name: 'clockRecalculated' }>['data'];

function recalculated(clock: SlaClock, at: number, data: Recalculated): SlaClock {
  const { cause, revision, warnings, warned } = data;
  const [before, after] = [termsOf(data.before), termsOf(data.after)];
  const { budget, calendar, dueAt, policyVersion, rule, extensions } = after;
  const reported = clock.warned.length > 0 && { warned: clock.warned };
  return {
    ...clock,
    ...{ budget, calendar, dueAt, policyVersion, rule, revision, warned },
    thresholds: warnings,
    ...(extensions.length > 0 && { extensions }),
    changes: [...(clock.changes ?? []), { at, cause, before, after, ...reported }],
  };
}

/** Budgets were checked when their policy was published. */
const termsOf = (terms: Recalculated['before']): ClockTerms => ({
  ...terms,
  budget: terms.budget as Budget,
  extensions: terms.extensions as Budget[],
  dueAt: Date.parse(terms.dueAt),
});
