import {
  CaseActionPlanned,
  CaseApologyRecorded,
  CaseApprovalAsked,
  CaseCauseFound,
  CaseEvidenceAdded,
  CaseFeedbackNoted,
  CaseFileAttached,
  CaseHandedBack,
  CaseMessageHeld,
  CaseOrderAnswered,
  CasePartyNamed,
  CaseRemedyAnswered,
  CaseRemedyOffered,
  CaseResolved,
  CaseSafetyReported,
  CaseSafetySubmitted,
  CaseStageCompleted,
  CaseStakeholderMapped,
  ExtensionApproved,
} from '#contracts';

/**
 * Texts that the customer said or is rightly told: findings that the answer is made of, and names. Whatever
 * else people write into a case is for staff only, so that a new event is kept inside until it is named here.
 */
const toldTexts: ReadonlyMap<string, readonly string[] | 'all'> = new Map<
  string,
  readonly string[] | 'all'
>([
  [CaseMessageHeld.name, ['text', 'to']],
  [CaseApologyRecorded.name, ['text']],
  [CaseRemedyOffered.name, ['text']],
  [CaseRemedyAnswered.name, ['wish']],
  [CaseCauseFound.name, ['text']],
  [CaseActionPlanned.name, ['text']],
  [CaseHandedBack.name, ['result']],
  [CaseOrderAnswered.name, ['answer']],
  [CaseResolved.name, ['resolution']],
  [CaseStageCompleted.name, 'all'],
  [CaseEvidenceAdded.name, 'all'],
  [ExtensionApproved.name, ['notice']],
  [CaseFeedbackNoted.name, ['comment']],
  [CaseFileAttached.name, ['name', 'checksum']],
  [CasePartyNamed.name, ['name', 'phone', 'email', 'address']],
  [CaseStakeholderMapped.name, ['name']],
  [CaseSafetyReported.name, ['batch', 'patient', 'reaction']],
  [CaseSafetySubmitted.name, ['name', 'reference']],
]);

/** Whether a sealed text of an event is for staff only. @param event its name: `case.transferred` */
export function isInside(event: string, field: string): boolean {
  const told = toldTexts.get(event);
  return told !== 'all' && !told?.includes(field);
}

/**
 * What people wrote in a sealed text, once it is opened: the text itself, and of a command that waits for a
 * second person the words of its body, without what the customer is to be told.
 */
export function wordsOf(event: string, text: string): string[] {
  if (event !== CaseApprovalAsked.name) return [text];
  const { notice: _, ...body } = JSON.parse(text) as Record<string, unknown>;
  return Object.values(body).filter(
    (value): value is string => typeof value === 'string' && !codeLike.test(value),
  );
}

/** An id, an instant or a code is nobody's words. */
const codeLike = /^[\w:.-]+$/u;
