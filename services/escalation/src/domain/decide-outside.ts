import type { CaseCommand } from './case-command.js';
import { caseEvent } from './case-event.js';
import type { CaseEvent } from './case-event.js';
import { isWorking, workStages } from './case-state.js';
import type { CaseState, OpenedCase } from './case-state.js';
import { iso, judgedEvents } from './clock-events.js';
import type { DecisionContext } from './decision-context.js';
import { pauseByHistory, resumeByHistory } from './decide-pauses.js';
import { lackingToClose } from './major/major-closing.js';
import { evolve } from './evolve.js';
import { cancelAll, decideReopen, settleEvents, skipStages } from './decide-stages.js';

type Command<T extends CaseCommand['type']> = Extract<CaseCommand, { type: T }>;

const system = 'system';

/** A callback or survey arrived. A dissatisfied customer reopens the case; a satisfied one moves it on. */
export function decideFeedback(
  command: Command<'note-feedback'>,
  state: OpenedCase,
  now: number,
  context: DecisionContext,
): CaseEvent[] {
  const { type: _, recordedBy: by, ...feedback } = command;
  const noted = caseEvent('feedbackNoted', {
    ...{ caseId: state.id, at: iso(now), ...feedback },
    ...(by !== undefined && { by }),
  });
  // A safety report is not reopened, nor moved on, by what somebody says of the service.
  if (state.safety) return [noted];
  const isOver = state.status === 'resolved' || state.status === 'closed';
  if (command.source === 'callback' && command.satisfied === false && isOver) {
    const reopen = {
      type: 'reopen' as const,
      reason: 'callback-dissatisfied' as const,
      by: system,
    };
    return [noted, ...decideReopen(reopen, state, now, context)];
  }
  const answered = command.source === 'survey' || command.outcome === 'reached';
  if (state.stage !== command.source || !answered) return [noted];
  const next = state.stage === 'callback' ? 'survey' : 'closed';
  // What its policy does not let go yet is closed by a person, once it does.
  if (next === 'closed' && lackingToClose(state, context).length > 0) return [noted];
  const completed = caseEvent('stageCompleted', {
    caseId: state.id,
    at: iso(now),
    stage: state.stage,
    next,
    evidence: { outcome: command.outcome },
    texts: {},
    by: system,
  });
  if (next === 'survey') return [noted, completed];
  const closed = caseEvent('closed', {
    caseId: state.id,
    at: iso(now),
    reason: 'survey-answered',
    by: system,
  });
  return [noted, completed, closed];
}

/** A recorded step of another system. Its outcomes pass stages without evidence, marked so. */
export function decideHistory(
  command: Command<'record-history'>,
  state: OpenedCase,
  now: number,
  context: DecisionContext,
): CaseEvent[] {
  const base = { caseId: state.id, at: iso(now) };
  const step = command.step ? [caseEvent('historyRecorded', { ...base, ...command.step })] : [];
  const { pause, pauseReason = 'awaiting-customer' } = command;
  const resumed = pause === 'end' ? resumeByHistory(state, now, context) : [];
  const going = after(state, resumed);
  const outcome = outcomeEvents(command, going, now, context);
  // A case that waits again is reopened first: what stands still is its new clocks.
  const paused =
    pause === 'start' ? pauseByHistory(after(going, outcome), pauseReason, now, context) : [];
  return [
    ...step,
    ...resumed,
    ...outcome,
    ...paused,
    ...(command.judge ? judgedEvents(state, now) : []),
    ...(command.goLive && state.imported ? [caseEvent('wentLive', base)] : []),
  ];
}

function after(state: OpenedCase, events: readonly CaseEvent[]): OpenedCase {
  return events.reduce<CaseState>(
    (current, event) => evolve(current, event, state.imported),
    state,
  ) as OpenedCase;
}

function outcomeEvents(
  { outcome }: Command<'record-history'>,
  state: OpenedCase,
  now: number,
  context: DecisionContext,
): CaseEvent[] {
  // Where the work goes on has an end of its own, and so has a safety report.
  if (state.merged || state.safety) return [];
  const base = { caseId: state.id, at: iso(now), by: system };
  const marked = 'recorded without evidence by its source';
  const resolve = (): CaseEvent[] =>
    isWorking(state)
      ? [
          ...skipStages(state, workStages, now, marked, system),
          caseEvent('resolved', base),
          ...settleEvents(state, now, 'resolved', context),
        ]
      : [];
  switch (outcome) {
    case undefined:
      return [];
    case 'resolved':
      return resolve();
    case 'closed': {
      if (state.stage === 'closed') return [];
      const stage = isWorking(state) ? 'callback' : state.stage;
      const after = { ...state, stage, status: 'resolved' } as OpenedCase;
      return [
        ...resolve(),
        ...skipStages(after, ['callback', 'survey'], now, marked, system),
        caseEvent('closed', { ...base, reason: 'closed-by-its-source' }),
      ];
    }
    case 'withdrawn':
      if (state.stage === 'closed') return [];
      return [...cancelAll(state, now, 'withdrawn'), caseEvent('withdrawn', base)];
    case 'reopened':
      if (isWorking(state)) return [];
      return decideReopen(
        { type: 'reopen', reason: 'reopened-by-its-source', by: system },
        state,
        now,
        context,
      );
  }
}
