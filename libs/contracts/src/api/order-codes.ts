import { z } from 'zod';

/** 会办: several units work on a case at once; 督办: whoever has it answers to a supervisor; follow-up: after its end. */
export const orderKind = z.enum(['co-handling', 'supervision', 'follow-up']);
export type OrderKind = z.infer<typeof orderKind>;

/** What a co-handled order is about, as an insurer counts them. */
export const orderMatter = z.enum(['claim-query', 'advice', 'appointment', 'complaint', 'problem']);
export type OrderMatter = z.infer<typeof orderMatter>;

/** 问题件: what somebody is said to have done: 代签名, 挪用保费, 延迟回执. */
export const problemKind = z.enum([
  'forged-signature',
  'premium-misappropriation',
  'late-receipt',
  'other',
]);
export type ProblemKind = z.infer<typeof problemKind>;

export const orderStatus = z.enum(['open', 'overdue', 'answered', 'declined', 'dropped']);
export type OrderStatus = z.infer<typeof orderStatus>;
