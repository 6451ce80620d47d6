import { z } from 'zod';

/** Fields that commands on cases share. */
export const text = z.string().trim().min(1).max(20_000);
/** Free text: sealed in events. */
export const note = text.optional();
/** A code of the list, or words of one's own: those are sealed with the note, and the code is `other`. */
export const reasonFrom = <C extends string>(codes: z.ZodType<C>) => z.union([codes, text]);
export const expectedVersion = z.number().int().positive().optional();
