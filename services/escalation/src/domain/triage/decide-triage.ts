import { CaseRefusal } from '../case-command.js';
import type { CaseCommand } from '../case-command.js';
import { caseEvent } from '../case-event.js';
import type { CaseEvent } from '../case-event.js';
import type { OpenedCase } from '../case-state.js';
import { iso } from '../clock-events.js';
import type { DecisionContext } from '../decision-context.js';
import { decideTerms } from '../decide-terms.js';
import { chosenTier, isBelow } from './complaint-tier.js';
import { triagedEvents } from './triaged-events.js';
import type { TierBounds } from './triaged-events.js';

type Command<T extends CaseCommand['type']> = Extract<CaseCommand, { type: T }>;

/**
 * A judgement of severity, emotion, customer and reach. Severity sets clocks: whoever takes the complaint
 * grades it at control, afterwards `change-severity` does. How far it reaches is lowered by those who lead, with a
 * note that says why, where one of them named it.
 */
export function decideTriage(
  command: Command<'triage'>,
  state: OpenedCase,
  now: number,
  context: DecisionContext,
): CaseEvent[] {
  if (state.stage === 'closed') throw new CaseRefusal('illegal-transition', 'the case is closed');
  const { by, note, severity = state.dimensions.severity } = command;
  const bounds = boundsOf(command, state);
  if (severity === state.dimensions.severity) {
    return triagedEvents(state, command, now, by, bounds, note);
  }
  if (state.stage !== 'control') {
    const detail = 'severity is triaged at control; change-severity changes it afterwards';
    throw new CaseRefusal('illegal-transition', detail);
  }
  const terms = { type: 'change-severity' as const, severity, by };
  const graded = decideTerms(terms, state, now, context);
  const regraded = { ...state, dimensions: { ...state.dimensions, severity } };
  return [...graded, ...triagedEvents(regraded, command, now, by, bounds, note)];
}

/** @throws CaseRefusal of a tier below the one that somebody who leads named, without their right or a reason */
function boundsOf(
  { complaintTier, leads = false, note }: Command<'triage'>,
  state: OpenedCase,
): TierBounds {
  const held = state.triage?.heldTier;
  if (complaintTier === undefined) return { least: chosenTier(state), held };
  if (held && isBelow(complaintTier, held)) {
    if (!leads) {
      const detail = `a supervisor judged the complaint as ${held}: a supervisor or manager lowers it`;
      throw new CaseRefusal('illegal-transition', detail);
    }
    if (!note) {
      const detail = `a supervisor judged the complaint as ${held}: say in a note why it is lowered`;
      throw new CaseRefusal('illegal-transition', detail);
    }
  }
  return { held: leads ? complaintTier : held };
}

/** Which banned phrases a text of the case held; the text itself is told elsewhere. */
export function flagWording(
  { found, coachVersion, by }: Command<'flag-wording'>,
  state: OpenedCase,
  now: number,
): CaseEvent[] {
  if (found.length === 0) return [];
  return [caseEvent('wordingFlagged', { caseId: state.id, at: iso(now), found, coachVersion, by })];
}
