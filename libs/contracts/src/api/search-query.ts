import { z } from 'zod';

/** `GET /api/v1/complaints/search`: newest receipt first; `next` of one page is the `cursor` of the following one. */
export const complaintSearchQuery = z.strictObject({
  q: z.string().trim().min(1).max(100),
  cursor: z
    .string()
    .regex(/^\d{1,15}_[0-9a-f-]{36}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type ComplaintSearchQuery = z.infer<typeof complaintSearchQuery>;
