import { CaseRefusal } from '../case-command.js';
import { caseEvent } from '../case-event.js';
import type { CaseEvent } from '../case-event.js';
import { isWorking } from '../case-state.js';
import type { OpenedCase } from '../case-state.js';
import { iso } from '../clock-events.js';
import { endStage } from '../decide-stages.js';
import type { DecisionContext } from '../decision-context.js';
import { describeEvidence, missingEvidence } from '../evidence/stage-evidence.js';
import type { OverrideCommand } from './override-command.js';

/** What the end of the stage says instead of evidence; why is told by the event before it. */
const skipped = 'overridden by a supervisor';

/** Nobody answers for a case without an owner, whatever the reason. */
const neverWaived = 'owner';

/**
 * Ends the stage that the case is at with what was kept for it, though evidence is missing: one event says
 * what, why and by whose word, and the end of the stage is marked as passed without it.
 */
export function decideOverride(
  { stage, reason, note, by }: OverrideCommand,
  state: OpenedCase,
  now: number,
  context: DecisionContext,
): CaseEvent[] {
  const refused = (detail: string) => new CaseRefusal('illegal-transition', detail);
  if (!isWorking(state)) throw refused(`the case is ${state.status}: its stages have ended`);
  if (state.stage !== stage) throw refused(`the case is at ${state.stage}, not at ${stage}`);
  const missing = missingEvidence(stage, state);
  if (missing.includes(neverWaived)) {
    const asked = describeEvidence(stage, [neverWaived]);
    throw new CaseRefusal('missing-evidence', `${stage} can't end without ${asked}`, [neverWaived]);
  }
  if (missing.length === 0) throw refused(`${stage} lacks nothing: end it with its evidence`);
  const overridden = caseEvent('stageOverridden', {
    ...{ caseId: state.id, at: iso(now), stage, missing, reason },
    ...(note && { note }),
    dimensions: state.dimensions,
    by,
  });
  const ended = endStage(stage, { evidence: {}, texts: {} }, state, now, by, context);
  return [overridden, ...ended.map(marked)];
}

function marked(event: CaseEvent): CaseEvent {
  return event.name === 'stageCompleted'
    ? caseEvent('stageCompleted', { ...event.data, skipped })
    : event;
}
