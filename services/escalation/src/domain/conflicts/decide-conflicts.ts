import { CaseRefusal } from '../case-command.js';
import { caseEvent } from '../case-event.js';
import type { CaseEvent } from '../case-event.js';
import type { OpenedCase } from '../case-state.js';
import { iso } from '../clock-events.js';
import type { ConflictCommand } from './conflict-command.js';

/** The whole list is given anew; nothing when it is the same. */
export function decideConflicts(
  { accused, conflicted, note, by }: ConflictCommand,
  state: OpenedCase,
  now: number,
): CaseEvent[] {
  // Of a merged one is read what was said of the same matter.
  if (state.stage === 'closed' && !state.merged) {
    throw new CaseRefusal('illegal-transition', 'the case is closed');
  }
  const given = { accused: sorted(accused), conflicted: sorted(conflicted) };
  const isSame =
    sameCodes(given.accused, state.conflict?.accused) &&
    sameCodes(given.conflicted, state.conflict?.conflicted);
  if (isSame && !note) return [];
  const facts = { caseId: state.id, at: iso(now), ...given, ...(note && { note }), by };
  return [caseEvent('accusedNamed', facts)];
}

/** What somebody is named for in a case. */
type Duty =
  | 'own the case'
  | 'serve on the task force'
  | 'speak to them'
  | 'decide on it'
  | 'carry the action out';

/** @throws CaseRefusal where a duty in a case is given to somebody whom it is about, or who answers for them */
export function refuseConflicted(
  { conflict }: OpenedCase,
  agent: string,
  duty: Duty = 'own the case',
): void {
  if (!conflict?.conflicted.includes(agent)) return;
  const isAccused = conflict.accused.includes(agent);
  const why = isAccused ? 'is who it is about' : 'is in the line of who it is about';
  throw new CaseRefusal('illegal-transition', `${agent} ${why}: somebody else has to ${duty}`);
}

const sorted = (codes: readonly string[]) => [...new Set(codes)].sort();
const sameCodes = (some: readonly string[], others: readonly string[] = []) =>
  some.length === others.length && some.every((one, index) => one === others[index]);
