import { z } from 'zod';
import {
  channel,
  code,
  envelope,
  isoInstant,
  party,
  severity,
  threat,
  tier,
  uuid,
} from '../primitives.js';
import { pauseReason } from '../reasons.js';
import { topics } from '../topics.js';
import { defineEvent } from './define-event.js';

const registeredV1 = z.object({
  complaintId: uuid,
  number: z.string(),
  channel,
  customerId: uuid,
  tier,
  anonymous: z.boolean(),
  category: code,
  statement: envelope,
  receivedAt: isoInstant,
  severity,
  threats: z.array(threat),
  callId: z.string().optional(),
  recordingUrl: z.string().optional(),
  dueAt: isoInstant.optional(),
  product: code.optional(),
  remedySought: envelope.optional(),
  organisation: code.optional(),
  externalId: z.string().optional(),
  party: party.optional(),
});

/** First shape: did not say who registered the complaint. */
export const ComplaintRegisteredV1 = defineEvent({
  name: 'complaint.registered',
  version: 1,
  topic: topics.complaints,
  schema: registeredV1,
  upcast: (data) => ({ ...data, registeredBy: { kind: 'unknown' } }),
});

/** Who filed it: a person signed in, a machine, or nobody known (records of version 1). */
export const registeredBy = z.object({
  kind: z.enum(['user', 'api-key', 'system', 'unknown']),
  name: z.string().optional(),
  agentId: code.optional(),
});

/** A complaint was accepted. `complaintId` is also the case's id. */
export const ComplaintRegistered = defineEvent({
  name: 'complaint.registered',
  version: 2,
  topic: topics.complaints,
  schema: registeredV1.extend({ registeredBy }),
});

/**
 * One recorded step of a complaint that another system handled, replayed at its own time. `asOf`
 * without a step judges a still open case at that instant.
 */
export const ComplaintHistoryRecorded = defineEvent({
  name: 'complaint.history-recorded',
  version: 1,
  topic: topics.complaints,
  schema: z.object({
    complaintId: uuid,
    at: isoInstant,
    step: z
      .object({
        status: z.string().optional(),
        group: z.string().optional(),
        line: z.string().optional(),
        person: z.string().optional(),
        product: z.string().optional(),
      })
      .optional(),
    outcome: z.enum(['resolved', 'closed', 'reopened', 'withdrawn']).optional(),
    pause: z.enum(['start', 'end']).optional(),
    /** Of a pause that starts. */
    pauseReason: pauseReason.optional(),
    asOf: isoInstant.optional(),
    goLive: z.boolean().optional(),
  }),
});
