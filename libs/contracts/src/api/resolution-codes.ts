import { z } from 'zod';

/** What a customer is given; the cost says how much of it. */
export const remedyKind = z.enum([
  'refund',
  'compensation',
  'repair',
  'replacement',
  'discount',
  'service',
  'gesture',
]);
export type RemedyKind = z.infer<typeof remedyKind>;

/** What the customer says to what they are offered; a counter-wish says what they would rather have. */
export const remedyAnswer = z.enum(['accepted', 'refused', 'counter-wish']);
export type RemedyAnswer = z.infer<typeof remedyAnswer>;

/** Whether the complaint holds against who is asked to answer for it. */
export const accountabilityFinding = z.enum(['responsible', 'partly-responsible', 'cleared']);
export type AccountabilityFinding = z.infer<typeof accountabilityFinding>;

export const accountabilitySanction = z.enum([
  'none',
  'talk',
  'training',
  'criticism',
  'deduction',
  'warning',
  'suspension',
  'dismissal',
]);
export type AccountabilitySanction = z.infer<typeof accountabilitySanction>;
