import { CaseRefusal } from '../case-command.js';
import type { CaseCommand } from '../case-command.js';
import { caseEvent } from '../case-event.js';
import type { CaseEvent } from '../case-event.js';
import { isWorking, workStages } from '../case-state.js';
import type { OpenedCase, WorkingCase, WorkStage } from '../case-state.js';
import { iso } from '../clock-events.js';
import type { DecisionContext } from '../decision-context.js';
import { endStage } from '../decide-stages.js';
import { evolve } from '../evolve.js';
import type { EvidenceByWorkStage, SealedEvidence } from './evidence-command.js';
import { missingEvidence, refuseMoving, requireEvidence } from './stage-evidence.js';

type Command<T extends CaseCommand['type']> = Extract<CaseCommand, { type: T }>;

const nothing: SealedEvidence = { evidence: {}, texts: {} };
const isEmpty = ({ evidence, texts }: SealedEvidence) =>
  Object.keys(evidence).length + Object.keys(texts).length === 0;
const placeOf = (stage: string) => workStages.findIndex((one) => one === stage);

/** Keeps evidence for a stage that has not ended. */
export function addEvidence(
  { stage, evidence, texts, by }: Command<'add-evidence'>,
  state: OpenedCase,
  now: number,
): CaseEvent[] {
  refusePassed(requireWorking(state), stage);
  refuseMoving(stage, state, { evidence });
  if (isEmpty({ evidence, texts })) return [];
  return [keptEvent(state, stage, { evidence, texts }, now, by)];
}

/** Ends every stage up to the last one that evidence is given for; or none, and lists all that is missing. */
export function completeStages(
  command: Command<'complete-stages'>,
  state: OpenedCase,
  now: number,
  context: DecisionContext,
): CaseEvent[] {
  const { stages, at = now, by, asFarAsItGoes = false } = command;
  if (asFarAsItGoes) return isWorking(state) ? asFarAs(state, stages, at, by, context) : [];
  const working = requireWorking(state);
  const given = workStages.filter((stage) => stages[stage]);
  for (const stage of given) {
    refusePassed(working, stage);
    refuseMoving(stage, working, stages[stage]!);
  }
  const asked = workStages.slice(placeOf(state.stage), placeOf(given.at(-1) ?? state.stage) + 1);
  requireEvidence(working, asked, stages);
  return endAll(working, asked, stages, at, by, context).events;
}

/** Ends the stages that are left, the last one with what is given now. */
export function decideResolve(
  command: Command<'resolve'>,
  state: OpenedCase,
  now: number,
  context: DecisionContext,
): CaseEvent[] {
  const working = requireWorking(state);
  const left = workStages.slice(placeOf(state.stage));
  requireEvidence(working, left, { resolve: command });
  return endAll(working, left, { resolve: command }, now, command.by, context).events;
}

function asFarAs(
  state: WorkingCase,
  stages: EvidenceByWorkStage,
  at: number,
  by: string,
  context: DecisionContext,
): CaseEvent[] {
  const from = placeOf(state.stage);
  const reach = workStages
    .slice(from)
    .findIndex((stage) => missingEvidence(stage, state, stages[stage]).length > 0);
  const ended = workStages.slice(from, reach < 0 ? undefined : from + reach);
  const { events, state: after } = endAll(state, ended, stages, at, by, context);
  const kept = workStages.slice(from + ended.length).flatMap((stage): CaseEvent[] => {
    const given = stages[stage] ?? nothing;
    return isEmpty(given) ? [] : [keptEvent(after, stage, given, at, by)];
  });
  return [...events, ...kept];
}

function endAll(
  state: OpenedCase,
  stages: readonly WorkStage[],
  given: EvidenceByWorkStage,
  at: number,
  by: string,
  context: DecisionContext,
): { events: CaseEvent[]; state: OpenedCase } {
  const events: CaseEvent[] = [];
  let current = state;
  for (const stage of stages) {
    const ended = endStage(stage, given[stage] ?? nothing, current, at, by, context);
    events.push(...ended);
    current = ended.reduce((before, event) => evolve(before, event) as OpenedCase, current);
  }
  return { events, state: current };
}

function keptEvent(
  state: OpenedCase,
  stage: WorkStage,
  { evidence, texts }: SealedEvidence,
  now: number,
  by: string,
): CaseEvent {
  return caseEvent('evidenceAdded', {
    caseId: state.id,
    at: iso(now),
    stage,
    evidence,
    texts,
    by,
  });
}

function requireWorking(state: OpenedCase): WorkingCase {
  if (isWorking(state)) return state;
  throw new CaseRefusal('illegal-transition', `the case is ${state.status}: its stages have ended`);
}

function refusePassed(state: WorkingCase, stage: WorkStage): void {
  if (placeOf(stage) >= placeOf(state.stage)) return;
  throw new CaseRefusal('illegal-transition', `the case is at ${state.stage}; ${stage} has ended`);
}
