import { z } from 'zod';
import { messageKind } from '../events/message-events.js';
import {
  caseNumber,
  caseReference,
  caseStage,
  caseStatus,
  channel,
  code,
  isoInstant,
  uuid,
} from '../primitives.js';
import { expectedVersion } from './command-fields.js';

/** Commands on one of many cases with one cause. */
export const incidentCommandBodies = {
  'join-incident': z.strictObject({
    expectedVersion,
    /** The case, by id or number, that stands for the incident. */
    incident: caseReference,
  }),
  'leave-incident': z.strictObject({ expectedVersion }),
} as const;

/**
 * `POST /api/v1/cases/{id}/incident/commands/{command}`: one command for every case of an incident and,
 * last, for the one that stands for it. Each is decided for itself.
 */
export const incidentCommandBody = z.strictObject({
  /** The body of the command, as for one case. */
  body: z.record(z.string(), z.unknown()).default({}),
});
export type IncidentCommandBody = z.infer<typeof incidentCommandBody>;

const incidentCase = z.object({
  id: uuid,
  number: caseNumber,
  stage: caseStage,
  status: caseStatus,
  owner: z.string().nullable(),
  unit: code.nullable(),
  /** How its complaint came, by which it is answered unless another way is named. */
  channel,
  /** What whoever answers the customers has read. */
  version: z.number().int(),
  /** When its customer was last written to or called while it belonged to the incident, held messages among them. */
  toldAt: isoInstant.nullable(),
});

/** Customers who were answered together, as far as the caller sees their cases. */
const givenAnswer = z.object({
  id: uuid,
  kind: messageKind,
  by: z.string(),
  at: isoInstant,
  /** When the last of its messages leaves, or left. */
  sendAt: isoInstant,
  held: z.number().int(),
  sent: z.number().int(),
  undone: z.number().int(),
});

/** `GET /api/v1/cases/{id}/incident`: the cases of an incident that the caller sees, in the order in which they came. */
export const incidentView = z.object({
  incident: incidentCase,
  /** How many belong to it, seen or not. */
  total: z.number().int(),
  cases: z.array(incidentCase),
  /** What was sent to their customers together, the latest first. */
  answers: z.array(givenAnswer),
});
export type IncidentView = z.infer<typeof incidentView>;
