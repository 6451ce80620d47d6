import { z } from 'zod';

/** Why a person gave a case to another owner. */
export const assignReason = z.enum([
  'first-asked',
  'absence',
  'workload',
  'expertise',
  'wrong-unit',
  'escalation',
  'other',
]);

/** Why a person closed a resolved case before its callback and survey. */
export const closeReason = z.enum([
  'customer-informed',
  'customer-agreed',
  'customer-unreachable',
  'no-callback-wanted',
  'other',
]);

/** Why a person took up a case again. */
export const reopenReason = z.enum([
  'not-settled',
  'repeated-fault',
  'promise-not-kept',
  'new-facts',
  'closed-in-error',
  'other',
]);

/** Why staff stop a clock for a while: the reasons of a policy's `pauses`. */
export const pauseReason = z.enum([
  'awaiting-customer',
  'awaiting-third-party',
  'agreed-appointment',
  'force-majeure',
  'disputed-facts',
]);

/** Why somebody asks for more time. */
export const extensionReason = z.enum([
  'complex-facts',
  'awaiting-evidence',
  'third-party-delay',
  'customer-request',
  'force-majeure',
  'other',
]);

/** Why more time is refused. */
export const refusalReason = z.enum([
  'not-justified',
  'time-is-enough',
  'customer-objects',
  'promise-stands',
  'other',
]);

/** 转办: why a case goes to another unit. */
export const transferReason = z.enum([
  'responsible-unit',
  'expertise',
  'on-site-work',
  'wrong-unit',
  'second-opinion',
  'other',
]);

/** 退单: why a unit does not take a case. */
export const transferRefusalReason = z.enum([
  'not-responsible',
  'facts-missing',
  'duplicate',
  'no-authority',
  'settled-already',
  'other',
]);

/** Why a case is a duplicate of another. */
export const mergeReason = z.enum(['filed-twice', 'same-matter', 'other-channel', 'other']);

/** Why a part of a complaint goes on by itself. */
export const splitReason = z.enum([
  'several-matters',
  'several-units',
  'several-products',
  'other',
]);

/** Why it was none after all. */
export const unmergeReason = z.enum(['other-matter', 'other-customer', 'merged-in-error', 'other']);
/** Why nobody needs to be reminded of a case for a while. */
export const snoozeReason = z.enum([
  'worked-on',
  'awaiting-customer',
  'awaiting-third-party',
  'agreed-appointment',
  'other',
]);

/** Why a complaint that looks like an earlier one is none of its repeats. */
export const noRepeatReason = z.enum(['other-matter', 'other-customer', 'other-period', 'other']);

/** Why a stage ends without the evidence that it asks for. */
export const overrideReason = z.enum([
  'customer-unreachable',
  'customer-refuses',
  'not-applicable',
  'settled-outside',
  'danger-in-delay',
  'other',
]);

/** Why a preventive action gets another owner or another due date. */
export const actionMoveReason = z.enum([
  'absence',
  'workload',
  'expertise',
  'wrong-unit',
  'awaiting-third-party',
  'more-urgent',
  'other',
]);

/** Why nobody is to carry a preventive action out any more. */
export const actionDropReason = z.enum([
  'not-needed',
  'duplicate',
  'replaced',
  'not-feasible',
  'other',
]);

/** Why a complaint was amended. */
export const amendReason = z.enum(['mis-keyed', 'misheard', 'customer-corrected', 'other']);

/** What events say: a person's reason, or what closed the case by itself. */
export const closedReason = z.enum([
  ...closeReason.options,
  'survey-answered',
  'closed-by-its-source',
]);
export const reopenedReason = z.enum([
  ...reopenReason.options,
  'callback-dissatisfied',
  'reopened-by-its-source',
]);

export type AssignReason = z.infer<typeof assignReason>;
export type ClosedReason = z.infer<typeof closedReason>;
export type ReopenedReason = z.infer<typeof reopenedReason>;
export type PauseReason = z.infer<typeof pauseReason>;
export type TransferReason = z.infer<typeof transferReason>;
export type TransferRefusalReason = z.infer<typeof transferRefusalReason>;
export type ExtensionReason = z.infer<typeof extensionReason>;
export type MergeReason = z.infer<typeof mergeReason>;
export type SplitReason = z.infer<typeof splitReason>;
export type UnmergeReason = z.infer<typeof unmergeReason>;
export type SnoozeReason = z.infer<typeof snoozeReason>;
export type OverrideReason = z.infer<typeof overrideReason>;
export type ActionMoveReason = z.infer<typeof actionMoveReason>;
export type ActionDropReason = z.infer<typeof actionDropReason>;
export type AmendReason = z.infer<typeof amendReason>;
export type NoRepeatReason = z.infer<typeof noRepeatReason>;
export type RefusalReason = z.infer<typeof refusalReason>;

/** What a caller gave as reason and note: the code, and the words that are to be sealed. */
export function readReason<C extends string>(
  codes: z.ZodType<C>,
  reason: string,
  note?: string,
): { code: C | 'other'; words?: string } {
  const code = codes.safeParse(reason);
  if (code.success) return { code: code.data, ...(note !== undefined && { words: note }) };
  return { code: 'other', words: note === undefined ? reason : `${reason}\n${note}` };
}

/** The code that an older free text happened to be, or `other`: the text itself goes no further. */
export function knownReason<C extends string>(reasons: z.ZodType<C>, text: string): C | 'other' {
  const code = text.replace(/:? /g, '-');
  const parsed = reasons.safeParse(code);
  return parsed.success ? parsed.data : 'other';
}
