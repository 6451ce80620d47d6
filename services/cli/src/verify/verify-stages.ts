import type { CaseEvent } from '../../../escalation/src/domain/case-event.js';
import { stageAfter, workStages } from '../../../escalation/src/domain/case-state.js';
import type { OpenedCase, WorkStage } from '../../../escalation/src/domain/case-state.js';
import type { Violations } from './violation.js';

/** Only legal edges: the next letter of CLEAR, the callback and survey, the end, and back to listening. */
export function checkStep(
  state: OpenedCase,
  event: CaseEvent,
  isImported: boolean,
  at: string,
  violations: Violations,
): void {
  const problem = edgeProblem(state, event, isImported);
  if (problem) violations.add('legal-stages', 'escalation', at, problem);
}

function edgeProblem(
  { stage, status, safety }: OpenedCase,
  event: CaseEvent,
  isImported: boolean,
): string | undefined {
  switch (event.name) {
    case 'stageCompleted': {
      if (safety) return `${event.data.stage} ends outside the flow that it is of`;
      if (event.data.stage !== stage) return `${event.data.stage} ends while ${stage} runs`;
      // Imported history may pass stages without evidence, marked so.
      if (isImported) return undefined;
      const allowed = followers(stage);
      return allowed.includes(event.data.next)
        ? undefined
        : `${stage} leads to ${allowed.join(' or ')}, not to ${event.data.next}`;
    }
    case 'reopened':
      if (status === 'merged') return 'it is reopened while it is merged';
      return stage === 'closed' || stage === 'callback' || stage === 'survey'
        ? undefined
        : `it is reopened in ${stage}`;
    case 'assigned':
      return stage === 'closed' && !isImported ? 'it is assigned after its end' : undefined;
    case 'closed':
      return isWorking(stage) && !isImported && !safety ? `it is closed in ${stage}` : undefined;
    case 'leftForSafety':
      if (safety) return 'it leaves the normal flow a second time';
      return stage === 'closed' ? 'it leaves the normal flow after its end' : undefined;
    case 'withdrawn':
      if (safety) return 'a safety report is withdrawn';
      return stage === 'closed' ? 'it is withdrawn after its end' : undefined;
    case 'merged':
      return stage === 'closed' ? 'it is merged after its end' : undefined;
    case 'unmerged':
      return status === 'merged' ? undefined : 'it is taken out of a case that it is not in';
    default:
      return undefined;
  }
}

const isWorking = (stage: string): stage is WorkStage =>
  (workStages as readonly string[]).includes(stage);

function followers(stage: OpenedCase['stage']): string[] {
  if (isWorking(stage)) return [stageAfter(stage)];
  if (stage === 'callback') return ['survey', 'closed'];
  return stage === 'survey' ? ['closed'] : [];
}
