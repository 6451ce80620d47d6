import { z } from 'zod';
import { callbackOutcome, surveyAnswers, surveyKind } from '../events/contact-events.js';
import type { SurveyAnswers } from '../events/contact-events.js';
import { caseView } from './case-bodies.js';
import { evidenceByStage } from './evidence-bodies.js';
import {
  caseReference,
  channel,
  code,
  isoInstant,
  party,
  severity,
  threat,
  tier,
  uuid,
} from '../primitives.js';

const text = (max: number) => z.string().trim().min(1).max(max);

const knownCustomer = { id: uuid };
const namedCustomer = {
  name: text(200),
  phone: z.string().regex(/^\+?[\d ()-]{5,24}$/),
  email: z.email().optional(),
  tier: tier.optional(),
};
const anonymousCustomer = { anonymous: z.literal(true) };

const whichCustomer = 'give one of {id}, {name, phone, email?, tier?} and {anonymous: true}';
export const customerReference = z.union(
  [z.strictObject(knownCustomer), z.strictObject(namedCustomer), z.strictObject(anonymousCustomer)],
  whichCustomer,
);
const looseCustomerReference = z.union(
  [z.object(knownCustomer), z.object(namedCustomer), z.object(anonymousCustomer)],
  whichCustomer,
);

const complaintFields = {
  channel,
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
};
/** `POST /api/v1/complaints`. Unknown fields are refused. */
export const complaintBody = z.strictObject({
  ...complaintFields,
  customer: customerReference,
  /** For the stages of its case: each whose evidence is there ends at once. */
  evidence: evidenceByStage.optional(),
});
/** The same on an inbound topic, where unknown fields are dropped. */
export const inboundComplaintBody = z.object({
  ...complaintFields,
  customer: looseCustomerReference,
});
export type ComplaintBody = z.infer<typeof complaintBody>;

const callbackFields = {
  caseId: caseReference,
  type: code,
  outcome: callbackOutcome,
  satisfied: z.boolean().optional(),
  note: text(4_000).optional(),
  /** Without it, when the callback was filed; on an inbound topic its CloudEvent may say when. */
  at: isoInstant.optional(),
};
/** `POST /api/v1/callbacks`. */
export const callbackBody = z.strictObject(callbackFields);
/** The same on an inbound topic, where unknown fields are dropped. */
export const inboundCallbackBody = z.object(callbackFields);
export type CallbackBody = z.infer<typeof callbackBody>;

const scoreRange = { csat: [1, 5], nps: [0, 10], ces: [1, 7] } as const;

const surveyFields = {
  caseId: caseReference.optional(),
  customerId: uuid.optional(),
  kind: surveyKind,
  score: z.number().int().optional(),
  answers: surveyAnswers.optional(),
  comment: text(4_000).optional(),
  answeredAt: isoInstant.optional(),
};
const surveyObject = z.object(surveyFields);

type Survey = z.infer<typeof surveyObject>;

/** What a survey can't be understood without. */
function checkSurvey(body: Survey, context: z.RefinementCtx<Survey>): void {
  const demand = demandOf(context);
  if (body.caseId === undefined && body.customerId === undefined) {
    demand('caseId', 'caseId or customerId is required');
  }
  if (body.kind === 'servqual' || body.kind === 'csi') {
    if (!body.answers || !fitsKind(body.kind, body.answers)) {
      demand('answers', `${body.kind} needs answers`);
    }
    return;
  }
  const [low, high] = scoreRange[body.kind];
  if (body.score === undefined || body.score < low || body.score > high) {
    demand('score', `${body.kind} needs a score from ${low} to ${high}`);
  }
}

/** Of a score and answers it has one: the other would be lost without a word. */
function checkWholeSurvey(body: Survey, context: z.RefinementCtx<Survey>): void {
  checkSurvey(body, context);
  const foreign = body.kind === 'servqual' || body.kind === 'csi' ? 'score' : 'answers';
  if (body[foreign] !== undefined) demandOf(context)(foreign, `${body.kind} has no ${foreign}`);
}

const demandOf = (context: z.RefinementCtx<Survey>) => (path: string, message: string) =>
  context.addIssue({ code: 'custom', path: [path], message });

/** Something is answered, in pairs for SERVQUAL and in numbers for CSI. */
function fitsKind(kind: 'servqual' | 'csi', answers: SurveyAnswers): boolean {
  const values: unknown[] = Object.values(answers);
  const type = kind === 'servqual' ? 'object' : 'number';
  return values.length > 0 && values.every((value) => typeof value === type);
}

/** `POST /api/v1/surveys`: csat, nps and ces carry a `score`, servqual and csi their `answers`. */
export const surveyBody = z.strictObject(surveyFields).superRefine(checkWholeSurvey);
export const inboundSurveyBody = surveyObject.superRefine(checkSurvey);
export type SurveyBody = z.infer<typeof surveyBody>;

/** `POST /api/v1/customers`. */
export const customerBody = z.strictObject(namedCustomer);
export const inboundCustomerBody = z.object(namedCustomer);
export type CustomerBody = z.infer<typeof customerBody>;

/** `POST /api/v1/customers/imports`: each is judged by itself; one with the phone of a known customer changes that one. */
export const customerImportBody = z.strictObject({
  customers: z
    .array(z.unknown().meta({ description: 'as `POST /api/v1/customers` takes one' }))
    .min(1)
    .max(500),
  /** Only says what would become of each. */
  dryRun: z.boolean().default(false),
});
export type CustomerImportBody = z.infer<typeof customerImportBody>;

/** What became of each customer, or would, in the order in which they were given. */
export const customerImportView = z.object({
  items: z.array(
    z.object({
      index: z.number().int(),
      outcome: z.enum(['created', 'changed', 'same', 'refused']),
      /** Of a customer who is known; in a dry run not of one who would be created. */
      customerId: uuid.optional(),
      problem: z.record(z.string(), z.unknown()).optional(),
    }),
  ),
});
export type CustomerImportView = z.infer<typeof customerImportView>;

/**
 * `GET /api/v1/customers`: all of them a page at a time, the one with a phone, or the first ones that `q` finds: by the
 * last four digits of a phone or a whole one, the beginning of a name, or of a word of it in letters.
 */
export const customerListQuery = z
  .strictObject({
    phone: z.string().max(40).optional(),
    q: z.string().trim().min(1).max(100).optional(),
    cursor: uuid.optional(),
    limit: z.coerce.number().int().min(1).max(500).default(50),
  })
  .refine(({ q, phone, cursor }) => q === undefined || (phone ?? cursor) === undefined, {
    error: 'stands alone, with neither phone nor cursor',
    path: ['q'],
  });
export type CustomerListQuery = z.infer<typeof customerListQuery>;

/** `PATCH /api/v1/customers/{id}`: absent fields stay as they are. */
export const customerChange = z.strictObject({
  name: namedCustomer.name.optional(),
  phone: namedCustomer.phone.optional(),
  email: namedCustomer.email,
  tier: namedCustomer.tier,
});

/** A customer as intake shows it; an anonymous one has neither name nor phone. */
export const customerView = z.object({
  id: uuid,
  name: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  tier,
  anonymous: z.boolean(),
  createdAt: isoInstant,
});

/** A complaint as it was told, for those who work on it. */
export const complaintView = z.object({
  complaintId: uuid,
  number: z.string(),
  customerId: uuid,
  channel,
  category: code,
  severity,
  organisation: code.nullable(),
  product: code.nullable(),
  /** What the caller is to the customer; null where nobody said. */
  party: party.nullable(),
  statement: z.string(),
  remedySought: z.string().nullable(),
  externalId: z.string().nullable(),
  receivedAt: isoInstant,
});
export type ComplaintView = z.infer<typeof complaintView>;

/** What filing answers. */
export const complaintFiled = z.object({
  complaintId: uuid,
  caseId: uuid,
  number: z.string(),
  receivedAt: isoInstant,
  case: caseView.optional(),
});
export const callbackFiled = z.object({ callbackId: uuid, caseId: uuid, at: isoInstant });
export const surveyFiled = z.object({
  surveyId: uuid,
  caseId: uuid.optional(),
  customerId: uuid.optional(),
  answeredAt: isoInstant,
});
export const itemsFiled = z.object({
  items: z.array(
    z.object({
      index: z.number().int(),
      status: z.number().int(),
      id: uuid.optional(),
      problem: z.record(z.string(), z.unknown()).optional(),
    }),
  ),
});
