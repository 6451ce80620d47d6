import { z } from 'zod';
import { callbackOutcome, surveyAnswers, surveyKind } from '../events/contact-events.js';
import { channel, code, isoInstant, party, severity, threat, tier, uuid } from '../primitives.js';

const text = (max: number) => z.string().trim().min(1).max(max);
/** A complaint's or case's id, or the case number people say: `2026-0000123-4`. */
export const caseReference = z.union([uuid, z.string().regex(/^\d{4}-\d{7}-\d$/)]);

export const customerReference = z.union([
  z.strictObject({ id: uuid }),
  z.strictObject({
    name: text(200),
    phone: z.string().regex(/^\+?[\d ()-]{5,24}$/),
    email: z.email().optional(),
    tier: tier.optional(),
  }),
  z.strictObject({ anonymous: z.literal(true) }),
]);

/** `POST /api/v1/complaints`. Unknown fields are refused. */
export const complaintBody = z.strictObject({
  channel,
  customer: customerReference,
  category: code,
  statement: text(20_000),
  threats: z.array(threat).max(4).optional(),
  callId: text(200).optional(),
  recordingUrl: z.url().max(2_000).optional(),
  dueAt: isoInstant.optional(),
  product: code.optional(),
  remedySought: text(4_000).optional(),
  severity: severity.optional(),
  organisation: code.optional(),
  receivedAt: isoInstant.optional(),
  externalId: text(200).optional(),
  party: party.optional(),
});
export type ComplaintBody = z.infer<typeof complaintBody>;

/** `POST /api/v1/callbacks`. */
export const callbackBody = z.strictObject({
  caseId: caseReference,
  type: code,
  outcome: callbackOutcome,
  satisfied: z.boolean().optional(),
  note: text(4_000).optional(),
  at: isoInstant,
});
export type CallbackBody = z.infer<typeof callbackBody>;

const scoreRange = { csat: [1, 5], nps: [0, 10], ces: [1, 7] } as const;

/** `POST /api/v1/surveys`: csat, nps and ces carry a `score`, servqual and csi their `answers`. */
export const surveyBody = z
  .strictObject({
    caseId: caseReference.optional(),
    customerId: uuid.optional(),
    kind: surveyKind,
    score: z.number().int().optional(),
    answers: surveyAnswers.optional(),
    comment: text(4_000).optional(),
    answeredAt: isoInstant.optional(),
  })
  .superRefine((body, context) => {
    if (body.caseId === undefined && body.customerId === undefined) {
      context.addIssue({
        code: 'custom',
        path: ['caseId'],
        message: 'caseId or customerId is required',
      });
    }
    if (body.kind === 'servqual' || body.kind === 'csi') {
      if (!body.answers) {
        context.addIssue({
          code: 'custom',
          path: ['answers'],
          message: `${body.kind} needs answers`,
        });
      }
      return;
    }
    const [low, high] = scoreRange[body.kind];
    if (body.score === undefined || body.score < low || body.score > high) {
      context.addIssue({
        code: 'custom',
        path: ['score'],
        message: `${body.kind} needs a score from ${low} to ${high}`,
      });
    }
  });
export type SurveyBody = z.infer<typeof surveyBody>;

export const customerBody = z.strictObject({
  name: text(200),
  phone: z.string().regex(/^\+?[\d ()-]{5,24}$/),
  email: z.email().optional(),
  tier: tier.optional(),
});
export type CustomerBody = z.infer<typeof customerBody>;
