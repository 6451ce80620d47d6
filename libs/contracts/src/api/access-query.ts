import { z } from 'zod';
import { uuid } from '../primitives.js';

/** Ids of cases as a query has them, parted by commas: at most a page. */
export const caseIds = z
  .string()
  .transform((text) => text.split(','))
  .pipe(z.array(uuid).min(1).max(200));

/** `GET /api/v1/cases/access`: at most a page of complaints. */
export const caseAccessQuery = z.strictObject({ ids: caseIds });
export type CaseAccessQuery = z.infer<typeof caseAccessQuery>;

/** Cases that are not open are in neither. */
export const caseAccessView = z.object({ seen: z.array(uuid), hidden: z.array(uuid) });
export type CaseAccessView = z.infer<typeof caseAccessView>;
