import { z } from 'zod';
import { caseReference } from '../primitives.js';

/**
 * Types of events, parted by commas. One that nothing has is not refused: an open page may be of another version than the
 * server.
 */
const eventTypes = z
  .string()
  .transform((text) => text.split(','))
  .pipe(z.array(z.string().regex(/^clearline(\.[a-z][a-z-]*){2}\.v\d{1,3}$/)).max(200));

/** `GET /api/v1/streams/alerts` and `/signals`: all that happens there, or of some types alone. */
export const streamQuery = z.strictObject({ types: eventTypes.optional() });
export type StreamQuery = z.infer<typeof streamQuery>;

/** `GET /api/v1/streams/cases`: of one case, or of all that the caller sees. */
export const caseStreamQuery = streamQuery.extend({ case: caseReference.optional() });
export type CaseStreamQuery = z.infer<typeof caseStreamQuery>;
