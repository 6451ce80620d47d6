import type { CaseEvent } from '../case-event.js';
import type { CaseDimensions, OpenedCase } from '../case-state.js';

type Kept = NonNullable<OpenedCase['evidence']>;
type StageCompleted = Extract<CaseEvent, { name: 'stageCompleted' }>['data'];
type EvidenceAdded = Extract<CaseEvent, { name: 'evidenceAdded' }>['data'];

/** What was kept, with more: of a text only that it is there. */
export function withEvidence(kept: Kept | undefined, added: EvidenceAdded): Kept {
  const { stage, evidence, texts } = added;
  const sealed = Object.fromEntries(Object.keys(texts).map((name) => [name, true]));
  return { ...kept, [stage]: { ...kept?.[stage], ...evidence, ...sealed } };
}

/** The case as the evidence of an ended stage has it: where it was agreed what it is about and whose it is. */
export function asAgreed(state: OpenedCase, { stage, evidence }: StageCompleted): OpenedCase {
  const changes = agreedDimensions(stage, evidence);
  if (Object.keys(changes).length === 0) return state;
  return { ...state, dimensions: { ...state.dimensions, ...changes } };
}

function agreedDimensions(
  stage: string,
  evidence: StageCompleted['evidence'],
): Partial<CaseDimensions> {
  const { product, category, department } = evidence;
  if (stage === 'listen' && typeof product === 'string' && product !== 'none') return { product };
  if (stage !== 'establish') return {};
  return {
    ...(typeof category === 'string' && { category }),
    ...(typeof department === 'string' && { unit: department }),
  };
}
