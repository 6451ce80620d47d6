import { correctVerdict } from '#sla';
import type { PolicyClock, SlaClock } from '#sla';
import { isOpenClock } from './case-clocks.js';
import { CaseRefusal } from './case-command.js';
import type { CaseCommand } from './case-command.js';
import { caseEvent } from './case-event.js';
import type { CaseEvent } from './case-event.js';
import { isWorking, stageAfter, workStages } from './case-state.js';
import type { OpenedCase, WorkStage } from './case-state.js';
import { cancelEvents, iso, startedEvent, stopEvents } from './clock-events.js';
import { requireClosable } from './major/major-closing.js';
import { refuseWhileOrdered } from './orders/order-steps.js';
import { requireParty } from './parties/reach-party.js';
import { refuseWhilePending } from './departments/transfer-steps.js';
import type { DecisionContext } from './decision-context.js';
import type { SealedEvidence } from './evidence/evidence-command.js';
import {
  keptFacts,
  refuseMoving,
  requireEvidence,
  withoutMoving,
} from './evidence/stage-evidence.js';
import { triagedEvents } from './triage/triaged-events.js';

type Command<T extends CaseCommand['type']> = Extract<CaseCommand, { type: T }>;

const open = (state: OpenedCase, ...kinds: string[]) =>
  state.clocks.filter((clock) => isOpenClock(clock) && kinds.includes(clock.kind));
const stageClocks = (state: OpenedCase) =>
  open(state, 'stage').filter(({ stage }) => stage === state.stage);

/** The clocks that evidence of an instant answers: open ones, and those that were breached for want of it. */
const answeredAt = (state: OpenedCase, at: number, ...kinds: string[]) =>
  state.clocks.filter(
    (clock) =>
      kinds.includes(clock.kind) &&
      clock.startedAt <= Math.max(at, state.receivedAt) &&
      (isOpenClock(clock) || (clock.state === 'breached' && correctVerdict(clock, at) !== clock)),
  );

/** Ends the clocks of a kind that something of an instant answers, also those that were breached for want of it. */
export function stopAnswered(
  state: OpenedCase,
  at: number,
  context: DecisionContext,
  kind: PolicyClock['kind'],
): CaseEvent[] {
  return stopEvents(state, answeredAt(state, at, kind), at, context);
}

/** Clocks that stop when the complaint is resolved, however it came to that. */
const resolutionKinds = ['resolution', 'statutory', 'external', 'department'];

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
  return [startedEvent(state, clock, at, context)];
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
  const at = command.at ?? now;
  const begun = command.at === undefined ? undefined : stageClocks(state)[0]?.startedAt;
  if (begun !== undefined && at < begun) {
    throw new CaseRefusal('illegal-transition', `${stage} began at ${iso(begun)}, after that`);
  }
  refuseMoving(stage, state, command);
  requireEvidence(state, [stage], { [stage]: command });
  return endStage(stage, command, state, at, command.by, context);
}

/** The end of a stage whose evidence is complete; the last one resolves the case. */
export function endStage(
  stage: WorkStage,
  given: SealedEvidence,
  state: OpenedCase,
  at: number,
  by: string,
  context: DecisionContext,
): CaseEvent[] {
  const next = stageAfter(stage);
  const known = { ...keptFacts(stage, state), ...given.evidence };
  const evidence = withoutMoving(stage, state, known);
  const ended = caseEvent('stageCompleted', {
    caseId: state.id,
    at: iso(at),
    stage,
    next,
    evidence,
    texts: given.texts,
    by,
  });
  if (stage === 'resolve') return [ended, ...resolvedEvents(given, state, at, by, context)];
  return [
    ended,
    ...stopEvents(state, stageClocks(state), at, context),
    ...(stage === 'control' ? judgedAtControl(state, evidence, at) : []),
    ...(stage === 'control' && isAcknowledged(state, evidence)
      ? stopEvents(state, answeredAt(state, at, 'acknowledge'), at, context)
      : []),
    ...policyClock(state, context, (clock) => clock.stage === next, at),
  ];
}

/** What nobody told the customer stays promised, also where the stage ended without it. */
const isAcknowledged = (
  { contacted }: OpenedCase,
  { acknowledged }: SealedEvidence['evidence'],
): boolean => contacted === 'outbound' || acknowledged === true;

/**
 * Who says how the customer feels while ending control has triaged the case; what was judged before is not lowered by it.
 * How far it reaches nobody chose: it follows from the facts.
 */
function judgedAtControl(
  state: OpenedCase,
  { emotionLevel }: SealedEvidence['evidence'],
  at: number,
): CaseEvent[] {
  if (typeof emotionLevel !== 'number') return [];
  const bounds = { least: state.triage?.complaintTier, held: state.triage?.heldTier };
  return triagedEvents(state, { emotionLevel }, at, 'system', bounds);
}

/** A contact outwards acknowledges the complaint and restarts the promise of the next update. */
export function recordContact(
  command: Command<'record-contact'>,
  state: OpenedCase,
  now: number,
  context: DecisionContext,
): CaseEvent[] {
  if (state.stage === 'closed') throw new CaseRefusal('illegal-transition', 'the case is closed');
  const { type: _, at = now, ...contact } = command;
  if (command.partyId !== undefined) requireParty(state, command.partyId);
  const recorded = caseEvent('contactRecorded', { caseId: state.id, at: iso(at), ...contact });
  // Whoever else was spoken to: the customer has heard nothing of it.
  if (command.direction === 'inbound' || command.partyId !== undefined) return [recorded];
  const answered = answeredAt(state, at, 'acknowledge', 'next-update');
  const stopped = stopEvents(state, answered, at, context);
  // A promise that a later contact has made already stands.
  const isPromised = open(state, 'next-update').some(({ startedAt }) => startedAt > at);
  if (!isWorking(state) || (command.at !== undefined && isPromised)) return [recorded, ...stopped];
  return [
    recorded,
    ...stopped,
    ...policyClock(state, context, ({ kind }) => kind === 'next-update', at),
  ];
}

function resolvedEvents(
  { texts: { resolution } }: SealedEvidence,
  state: OpenedCase,
  now: number,
  by: string,
  context: DecisionContext,
): CaseEvent[] {
  refuseWhilePending(state);
  refuseWhileOrdered(state);
  return [
    caseEvent('resolved', { caseId: state.id, at: iso(now), resolution, by }),
    ...stopEvents(state, stageClocks(state), now, context),
    ...settleEvents(withoutClocks(state, stageClocks(state)), now, 'resolved', context),
  ];
}

const withoutClocks = (state: OpenedCase, clocks: readonly SlaClock[]): OpenedCase => ({
  ...state,
  clocks: state.clocks.filter((clock) => !clocks.includes(clock)),
});

/** Stops what resolution answers, cancels what is no longer promised. */
export function settleEvents(
  state: OpenedCase,
  now: number,
  reason: string,
  context: DecisionContext,
): CaseEvent[] {
  const answered = answeredAt(state, now, ...resolutionKinds);
  const others = state.clocks.filter((clock) => isOpenClock(clock) && !answered.includes(clock));
  return [
    ...stopEvents(state, answered, now, context),
    ...cancelEvents(state, others, now, reason),
  ];
}

/** A withdrawn complaint asks for nothing any more: no verdict on what was still running. */
export function cancelAll(state: OpenedCase, now: number, reason: string): CaseEvent[] {
  return cancelEvents(state, state.clocks.filter(isOpenClock), now, reason);
}

export function decideClose(
  command: Command<'close'>,
  state: OpenedCase,
  now: number,
  context: DecisionContext,
): CaseEvent[] {
  if (isWorking(state)) requireEvidence(state, workStages.slice(workStages.indexOf(state.stage)));
  if (state.status !== 'resolved') {
    throw new CaseRefusal(
      'illegal-transition',
      `a case closes once it is resolved; this one is ${state.status}`,
    );
  }
  requireClosable(state, context);
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
  if (isWorking(state)) throw new CaseRefusal('illegal-transition', 'the case is open');
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
