import { CaseRefusal } from '../case-command.js';
import { caseEvent } from '../case-event.js';
import type { CaseEvent } from '../case-event.js';
import type { OpenedCase } from '../case-state.js';
import { iso } from '../clock-events.js';
import type { ThreatCommand } from './threat-command.js';

/** What is known already says nothing new, unless with a note. */
export function decideThreats(
  { threats, source, note, by }: ThreatCommand,
  state: OpenedCase,
  now: number,
): CaseEvent[] {
  if (state.stage === 'closed') {
    // Words that come after the end, or to a merged case, are read by people: nobody refuses them.
    if (source === 'text') return [];
    throw new CaseRefusal('illegal-transition', `the case is ${state.status}`);
  }
  const added = [...new Set(threats)].filter((one) => !state.threats.includes(one));
  if (added.length === 0 && !note) return [];
  const { id: caseId, dimensions } = state;
  const facts = { caseId, at: iso(now), threats: added, source, dimensions };
  return [caseEvent('threatsFlagged', { ...facts, ...(note && { note }), by })];
}
