import { z } from 'zod';
import { channel, dimensions, envelope, isoInstant, uuid } from '../primitives.js';
import { amendReason } from '../reasons.js';
import { topics } from '../topics.js';
import { defineEvent } from './define-event.js';

const complaint = { changeId: uuid, complaintId: uuid, at: isoInstant, by: z.string() };
const reading = z.object({ statement: envelope.optional(), remedySought: envelope.optional() });

/** What was keyed was not what was said: both readings of each text that changed. */
export const ComplaintAmended = defineEvent({
  name: 'complaint.amended',
  version: 1,
  topic: topics.complaints,
  schema: z.object({
    ...complaint,
    reason: amendReason,
    before: reading,
    after: reading,
    note: envelope.optional(),
  }),
});

/** The customer said more; nothing of what was said before changes. */
export const ComplaintFactsAdded = defineEvent({
  name: 'complaint.facts-added',
  version: 1,
  topic: topics.complaints,
  schema: z.object({ ...complaint, channel, text: envelope }),
});

const changed = {
  caseId: uuid,
  at: isoInstant,
  changeId: uuid,
  kind: z.enum(['amended', 'facts-added']),
  dimensions,
  by: z.string(),
};

/** First shape: did not bring along what was noted with an amendment. */
export const CaseComplaintChangedV1 = defineEvent({
  name: 'case.complaint-changed',
  version: 1,
  topic: topics.cases,
  schema: z.object(changed),
  upcast: (data) => data,
});

/** Whoever works on the case has something new to read: its complaint was amended, or the customer added facts. */
export const CaseComplaintChanged = defineEvent({
  name: 'case.complaint-changed',
  version: 2,
  topic: topics.cases,
  schema: z.object({ ...changed, note: envelope.optional() }),
});
