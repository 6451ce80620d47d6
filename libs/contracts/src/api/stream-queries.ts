import { z } from 'zod';
import { caseReference } from '../primitives.js';

/** `GET /api/v1/streams/alerts` and `/signals` take no parameters: one that is given would change nothing. */
export const streamQuery = z.strictObject({});

/** `GET /api/v1/streams/cases`: of one case, or of all that the caller sees. */
export const caseStreamQuery = z.strictObject({ case: caseReference.optional() });
export type CaseStreamQuery = z.infer<typeof caseStreamQuery>;
