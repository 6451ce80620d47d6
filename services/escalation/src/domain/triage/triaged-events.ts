import type { Envelope } from '#contracts';
import { caseEvent } from '../case-event.js';
import type { CaseEvent } from '../case-event.js';
import type { OpenedCase } from '../case-state.js';
import { iso } from '../clock-events.js';
import { suggestTier } from './complaint-tier.js';
import type { Triage } from './triage-command.js';

/**
 * What is known after a judgement: what it says, and of the rest what was known. Who names no tier gets the
 * one that the facts suggest; nothing when all of it is so already.
 */
export function triagedEvents(
  state: OpenedCase,
  given: Triage,
  at: number,
  by: string,
  note?: Envelope,
): CaseEvent[] {
  const { triage, threats, dimensions } = state;
  const { severity, tier } = dimensions;
  const emotionLevel = given.emotionLevel ?? triage?.emotionLevel;
  const customerType = given.customerType ?? triage?.customerType;
  const suggested = suggestTier({
    ...{ severity, threats, tier },
    ...(emotionLevel !== undefined && { emotionLevel }),
    ...(customerType && { customerType }),
  });
  const complaintTier = given.complaintTier ?? suggested;
  const isSame =
    triage?.emotionLevel === emotionLevel &&
    triage?.customerType === customerType &&
    triage?.complaintTier === complaintTier;
  if (isSame && !note) return [];
  return [
    caseEvent('triaged', {
      caseId: state.id,
      at: iso(at),
      severity,
      ...(emotionLevel !== undefined && { emotionLevel }),
      ...(customerType && { customerType }),
      complaintTier,
      ...(suggested !== complaintTier && { suggestedTier: suggested }),
      ...(note && { note }),
      by,
    }),
  ];
}
