import { z } from 'zod';

/** 会办: several units work on a case at once; 督办: whoever has it answers to a supervisor; follow-up: after its end. */
export const orderKind = z.enum(['co-handling', 'supervision', 'follow-up']);
export type OrderKind = z.infer<typeof orderKind>;

export const orderStatus = z.enum(['open', 'overdue', 'answered', 'declined', 'dropped']);
export type OrderStatus = z.infer<typeof orderStatus>;
