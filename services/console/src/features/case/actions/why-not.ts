import type { CaseView } from '../case-queries.js';
import type { CommandName } from '../words.js';

export type Obstacle = 'criticalReminds' | 'ownerFirst' | 'nothingMissing';

/** Why a command that one may give would be refused as the case stands, where that is known before it is filled in. */
export function whyNot(
  command: CommandName,
  { priority, owner, missing }: Pick<CaseView, 'priority' | 'owner' | 'missing'>,
): Obstacle | undefined {
  if (command === 'snooze-reminders' && priority === 'critical') return 'criticalReminds';
  if (command !== 'override-stage') return undefined;
  if (owner === null) return 'ownerFirst';
  return missing.length === 0 ? 'nothingMissing' : undefined;
}

/** What of a command is not asked any more: at control a case is graded by its triage, afterwards by a change of its own. */
export const settledFields = (
  command: CommandName,
  { stage }: Pick<CaseView, 'stage'>,
): readonly string[] => (command === 'triage' && stage !== 'control' ? ['severity'] : []);
