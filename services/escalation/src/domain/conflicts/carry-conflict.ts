import { caseEvent } from '../case-event.js';
import type { CaseEvent } from '../case-event.js';
import type { OpenedCase } from '../case-state.js';
import { iso } from '../clock-events.js';
import type { Conflict } from './conflict-state.js';

/**
 * Whom another case is about as well, once both are of one matter: whoever may not read the one would
 * read it in the other. Nothing where all of them are named already. It stays when they part again, until
 * somebody names the accused anew.
 */
export function carryConflict(
  state: OpenedCase,
  other: Conflict | undefined,
  now: number,
  by: string,
): CaseEvent[] {
  const both = (part: keyof Conflict) =>
    [...new Set([...(state.conflict?.[part] ?? []), ...(other?.[part] ?? [])])].sort();
  const named = { accused: both('accused'), conflicted: both('conflicted') };
  const isKnown = (part: keyof Conflict) =>
    named[part].length === (state.conflict?.[part].length ?? 0);
  if (isKnown('accused') && isKnown('conflicted')) return [];
  return [caseEvent('accusedNamed', { caseId: state.id, at: iso(now), ...named, by })];
}
