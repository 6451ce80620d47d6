import { calendarAt, calendarReference } from '#sla';
import type { PolicyClock, SlaClock } from '#sla';
import { CaseRefusal } from './case-command.js';
import type { CaseCommand } from './case-command.js';
import { caseEvent } from './case-event.js';
import type { CaseEvent } from './case-event.js';
import { stageAfter, workStages } from './case-state.js';
import type { OpenedCase, WorkingCase } from './case-state.js';
import { cancelEvents, startedEvent, stopEvents } from './clock-events.js';
import type { DecisionContext } from './decision-context.js';
import { describeEvidence, missingEvidence } from './evidence.js';

type Command<T extends CaseCommand['type']> = Extract<CaseCommand, { type: T }>;

const iso = (instant: number) => new Date(instant).toISOString();
const isOpen = (clock: SlaClock) =>
  clock.state === 'running' || (clock.state === 'breached' && clock.stoppedAt === undefined);
const open = (state: OpenedCase, ...kinds: string[]) =>
  state.clocks.filter((clock) => isOpen(clock) && kinds.includes(clock.kind));
const stageClocks = (state: OpenedCase) =>
  open(state, 'stage').filter(({ stage }) => stage === state.stage);

/** Clocks that stop when the complaint is resolved, however it came to that. */
const resolutionKinds = ['resolution', 'statutory', 'external'];

export function policyClock(
  state: OpenedCase,
  context: DecisionContext,
  matches: (clock: PolicyClock) => boolean,
  at: number,
): CaseEvent[] {
  const policy = context.policies.version(state.policyVersion);
  const rule = policy.rules.find(({ id }) => id === state.policyRule);
  const clock = rule?.clocks.find(matches);
  if (!clock) return [];
  const spec = calendarAt(policy, clock.calendar, at);
  const calendars = context.policies.calendars(state.policyVersion);
  return [startedEvent(state, clock, at, calendarReference(spec), calendars)];
}

export function decideStage(
  command: Command<'complete-stage'>,
  state: OpenedCase,
  now: number,
  context: DecisionContext,
): CaseEvent[] {
  const stage = workStages.find((name) => name === command.stage);
  if (!stage || stage !== state.stage) {
    throw new CaseRefusal(
      'illegal-transition',
      `the case is at ${state.stage}, not at ${command.stage}`,
    );
  }
  const missing = missingEvidence(stage, command.evidence, command.texts, state.owner);
  if (missing.length > 0) {
    const detail = `${stage} can't end without ${describeEvidence(stage, missing)}`;
    throw new CaseRefusal('missing-evidence', detail, missing);
  }
  if (stage === 'resolve') {
    const { by, texts } = command;
    return decideResolve({ type: 'resolve', by, resolution: texts['resolution'] }, state, now);
  }
  const next = stageAfter(stage);
  const { evidence, texts, by } = command;
  return [
    caseEvent('stageCompleted', {
      caseId: state.id,
      at: iso(now),
      stage,
      next,
      evidence,
      texts,
      by,
    }),
    ...stopEvents(state, stageClocks(state), now),
    ...(stage === 'control' ? stopEvents(state, open(state, 'acknowledge'), now) : []),
    ...policyClock(state, context, (clock) => clock.stage === next, now),
  ];
}

/** A contact outwards acknowledges the complaint and restarts the promise of the next update. */
export function recordContact(
  command: Command<'record-contact'>,
  state: OpenedCase,
  now: number,
  context: DecisionContext,
): CaseEvent[] {
  if (state.stage === 'closed') throw new CaseRefusal('illegal-transition', 'the case is closed');
  const { type: _, ...contact } = command;
  const recorded = caseEvent('contactRecorded', { caseId: state.id, at: iso(now), ...contact });
  if (command.direction === 'inbound' || state.status !== 'open') return [recorded];
  return [
    recorded,
    ...stopEvents(state, open(state, 'acknowledge', 'next-update'), now),
    ...policyClock(state, context, ({ kind }) => kind === 'next-update', now),
  ];
}

export function decideResolve(
  command: Command<'resolve'>,
  state: OpenedCase,
  now: number,
): CaseEvent[] {
  if (state.stage !== 'resolve') {
    throw new CaseRefusal(
      'illegal-transition',
      `the case is at ${state.stage}; it resolves at resolve`,
    );
  }
  if (!command.resolution) {
    const detail = `resolve can't end without ${describeEvidence('resolve')}`;
    throw new CaseRefusal('missing-evidence', detail, ['resolution']);
  }
  const { by, resolution } = command;
  return [
    caseEvent('stageCompleted', {
      caseId: state.id,
      at: iso(now),
      stage: 'resolve',
      next: 'callback',
      evidence: {},
      texts: { resolution },
      by,
    }),
    caseEvent('resolved', { caseId: state.id, at: iso(now), resolution, by }),
    ...stopEvents(state, stageClocks(state), now),
    ...settleEvents(withoutClocks(state, stageClocks(state)), now, 'resolved'),
  ];
}

const withoutClocks = (state: OpenedCase, clocks: readonly SlaClock[]): OpenedCase => ({
  ...state,
  clocks: state.clocks.filter((clock) => !clocks.includes(clock)),
});

/** Stops what resolution answers, cancels what is no longer promised. */
export function settleEvents(state: OpenedCase, now: number, reason: string): CaseEvent[] {
  const answered = open(state, ...resolutionKinds);
  const others = state.clocks.filter((clock) => isOpen(clock) && !answered.includes(clock));
  return [...stopEvents(state, answered, now), ...cancelEvents(state, others, now, reason)];
}

/** A withdrawn complaint asks for nothing any more: no verdict on what was still running. */
export function cancelAll(state: OpenedCase, now: number, reason: string): CaseEvent[] {
  return cancelEvents(state, state.clocks.filter(isOpen), now, reason);
}

export function decideClose(
  command: Command<'close'>,
  state: OpenedCase,
  now: number,
): CaseEvent[] {
  if (state.status !== 'resolved') {
    throw new CaseRefusal(
      'illegal-transition',
      `a case closes once it is resolved; this one is ${state.status}`,
    );
  }
  const { type: _, ...given } = command;
  return [
    ...skipStages(state, ['callback', 'survey'], now, 'closed before it was planned', given.by),
    caseEvent('closed', { caseId: state.id, at: iso(now), ...given }),
  ];
}

/** Passes the stages still ahead without evidence, and says why. */
export function skipStages(
  state: OpenedCase,
  order: readonly (
    'control' | 'listen' | 'establish' | 'apologise' | 'resolve' | 'callback' | 'survey'
  )[],
  now: number,
  reason: string,
  by: string,
): CaseEvent[] {
  const from = order.findIndex((stage) => stage === state.stage);
  if (from < 0) return [];
  return order.slice(from).map((stage, index, passed) =>
    caseEvent('stageCompleted', {
      caseId: state.id,
      at: iso(now),
      stage,
      next: passed[index + 1] ?? (stage === 'resolve' ? 'callback' : 'closed'),
      evidence: {},
      texts: {},
      skipped: reason,
      by,
    }),
  );
}

/** A fresh, linked clock for each promise; the first verdicts stay. */
export function decideReopen(
  command: Command<'reopen'>,
  state: OpenedCase,
  now: number,
  context: DecisionContext,
): CaseEvent[] {
  if (state.status === 'open') throw new CaseRefusal('illegal-transition', 'the case is open');
  const { type: _, ...given } = command;
  const wanted = (clock: PolicyClock) => (clock.stage ? clock.stage === 'listen' : true);
  const kinds: PolicyClock['kind'][] = state.imported
    ? ['resolution', 'statutory']
    : ['stage', 'next-update', 'resolution', 'statutory'];
  return [
    caseEvent('reopened', { caseId: state.id, at: iso(now), ...given }),
    ...kinds.flatMap((kind) =>
      policyClock(state, context, (clock) => clock.kind === kind && wanted(clock), now),
    ),
  ];
}

export function isWorking(state: OpenedCase): state is WorkingCase {
  return state.status === 'open';
}
