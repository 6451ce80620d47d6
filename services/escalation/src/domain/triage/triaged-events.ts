import type { ComplaintTier, Envelope } from '#contracts';
import { caseEvent } from '../case-event.js';
import type { CaseEvent } from '../case-event.js';
import type { OpenedCase } from '../case-state.js';
import { iso } from '../clock-events.js';
import { furthest, suggestedTier } from './complaint-tier.js';
import type { Triage } from './triage-command.js';

/** Of the tier: below which it does not go unless another one is named, and what those who lead hold it at. */
export interface TierBounds {
  least?: ComplaintTier | undefined;
  held?: ComplaintTier | undefined;
}

/**
 * What is known after a judgement: what it says, and of the rest what was known. Who names no tier gets the
 * one that the facts suggest, or the least of the bounds; nothing when all of it is so already.
 */
export function triagedEvents(
  state: OpenedCase,
  given: Triage,
  at: number,
  by: string,
  { least, held }: TierBounds,
  note?: Envelope,
): CaseEvent[] {
  const { triage, dimensions } = state;
  const emotionLevel = given.emotionLevel ?? triage?.emotionLevel;
  const customerType = given.customerType ?? triage?.customerType;
  const judged = {
    ...(emotionLevel !== undefined && { emotionLevel }),
    ...(customerType && { customerType }),
  };
  const suggested = suggestedTier({ ...state, triage: { ...judged, complaintTier: 'basic' } });
  const complaintTier = given.complaintTier ?? furthest(suggested, least, held) ?? suggested;
  const isSame =
    triage?.emotionLevel === emotionLevel &&
    triage?.customerType === customerType &&
    triage?.complaintTier === complaintTier &&
    triage?.heldTier === held;
  const isNamedAnew =
    given.complaintTier !== undefined && triage?.isSuggested && suggested !== complaintTier;
  if (isSame && !isNamedAnew && !note) return [];
  return [
    caseEvent('triaged', {
      caseId: state.id,
      at: iso(at),
      severity: dimensions.severity,
      ...judged,
      complaintTier,
      ...(suggested !== complaintTier && { suggestedTier: suggested }),
      ...(held && { heldTier: held }),
      ...(note && { note }),
      by,
    }),
  ];
}
