import type { RepeatAnswer } from '#contracts';
import { CaseRefusal } from '../case-command.js';
import { workStages } from '../case-state.js';
import type { OpenedCase, WorkStage } from '../case-state.js';
import type { DecisionContext } from '../decision-context.js';
import type { NamedCase } from '../merging/merge-command.js';

type Policies = Pick<DecisionContext, 'policies'>;

/** An earlier complaint of the customer that says much the same, as intake found it. */
export interface LikelyRepeat extends NamedCase {
  /** Share of the terms of both texts, 0 to 1; null where the case is not shown to whoever asks. */
  readonly similarity: number | null;
}

/** What was said of a likely repeat so far; any way in which cases belong together answers it. */
export function answerOf({ caseId }: LikelyRepeat, state: OpenedCase): RepeatAnswer {
  const isIn = (cases: readonly NamedCase[] = []) => cases.some((one) => one.caseId === caseId);
  if (isIn(state.repeatOf)) return 'linked';
  if (isIn(state.noRepeatOf)) return 'ruled-out';
  if (state.merged?.caseId === caseId || isIn(state.duplicates)) return 'merged';
  if (state.splitFrom?.caseId === caseId || isIn(state.parts)) return 'split';
  return state.incident?.caseId === caseId ? 'incident' : 'open';
}

/**
 * Whether the policy of the case wants a likely repeat answered. How alike a case of another unit is, is not told: it
 * counts, since the question is whether somebody else works on the same matter.
 */
export function isRequired(
  { similarity }: LikelyRepeat,
  state: OpenedCase,
  { policies }: Policies,
): boolean {
  const terms = policies.version(state.policyVersion).likelyRepeats;
  return terms !== undefined && (similarity ?? 1) >= terms.answeredFrom;
}

/** Whether a command ends `establish`, where it is agreed what the complaint is, or closes the case. */
export function asksForAnswers(
  name: string,
  input: Readonly<Record<string, unknown>>,
  state: OpenedCase,
  { policies }: Policies,
): boolean {
  if (!policies.version(state.policyVersion).likelyRepeats) return false;
  if (name === 'close') return true;
  const stage = workStages.findIndex((one) => one === state.stage);
  const agreed = workStages.indexOf('establish');
  if (stage < 0 || stage > agreed) return false;
  switch (name) {
    case 'resolve':
      return true;
    case 'complete-stage':
      return input['stage'] === 'establish';
    case 'complete-stages':
      return workStages.slice(agreed).some((one) => gives(input['evidence'], one));
    default:
      return false;
  }
}

const gives = (evidence: unknown, stage: WorkStage): boolean =>
  typeof evidence === 'object' && evidence !== null && stage in evidence;

/** @throws CaseRefusal `missing-evidence` that names every likely repeat nobody has answered */
export function requireAnswers(
  likely: readonly LikelyRepeat[],
  state: OpenedCase,
  context: Policies,
): void {
  const open = likely.filter(
    (one) => isRequired(one, state, context) && answerOf(one, state) === 'open',
  );
  if (open.length === 0) return;
  const numbers = open.map(({ number }) => number).join(', ');
  throw new CaseRefusal(
    'missing-evidence',
    `it may repeat ${numbers}: link each or say why it does not`,
    ['likelyRepeats'],
    {
      repeats: open.map(({ caseId: complaintId, number, similarity }) => ({
        ...{ complaintId, number, isHidden: similarity === null },
      })),
    },
  );
}
