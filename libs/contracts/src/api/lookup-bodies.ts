import { z } from 'zod';
import { caseStage, caseStatus, isoInstant, uuid } from '../primitives.js';

const phoneLastFour = z.string().regex(/^\d{4}$/);

/** `POST /api/v1/case-status`: what a customer knows of the own case. In a body, as addresses get logged. */
export const caseStatusBody = z.strictObject({
  number: z.string().regex(/^\d{4}-\d{7}-\d$/),
  phoneLastFour,
});
export type CaseStatusBody = z.infer<typeof caseStatusBody>;

/** Where a case stands; nothing of who complained or what was said. */
export const caseStatusView = z.object({
  number: z.string(),
  stage: caseStage,
  status: caseStatus,
  receivedAt: isoInstant,
  /** When the next answer is due; null where no clock runs. */
  nextDueAt: isoInstant.nullable(),
});
export type CaseStatusView = z.infer<typeof caseStatusView>;

/** `GET /api/v1/complaints/{id}/caller`. */
export const callerQuery = z.strictObject({ phoneLastFour });
export type CallerQuery = z.infer<typeof callerQuery>;
export const callerView = z.object({ complaintId: uuid });
