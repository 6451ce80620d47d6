import { z } from 'zod';
import { channel, code, isoInstant, party, severity, threat, tier, uuid } from '../primitives.js';
import { stageEvidenceBodies } from './evidence-bodies.js';

/** What somebody is typing: it may be empty, end in a blank, or be no phone yet. */
const typed = z.string().max(20_000);
const begun = typed.optional();

const { control, listen, establish, apologise, resolve } = stageEvidenceBodies;

/** A complaint while it is taken down: what is not known yet is empty or absent. */
const intakeForm = z.strictObject({
  channel,
  phone: typed,
  name: typed,
  /** Of a customer who is new. */
  tier,
  isAnonymous: z.boolean(),
  /** Of a customer who is known and was chosen. */
  customerId: uuid.optional(),
  party: party.optional(),
  statement: typed,
  category: code.optional(),
  /** A code, or `none` where it is about no product. */
  product: code.optional(),
  organisation: code.optional(),
  severity,
  threats: z.array(threat).max(4),
  evidence: z.strictObject({
    control: control.optional(),
    listen: listen.extend({ facts: begun, place: begun, remedySought: begun }).optional(),
    establish: establish.extend({ restatement: begun }).optional(),
    apologise: apologise.extend({ apology: begun, remedyOffered: begun }).optional(),
    resolve: resolve
      .extend({ resolution: begun, rootCause: begun, preventiveAction: begun })
      .optional(),
  }),
});
export type IntakeForm = z.infer<typeof intakeForm>;

const version = z.number().int().nonnegative();
/** Under which the complaint will be filed; filing it ends the draft. */
const key = z.string().regex(/^[\x20-\x7e]{1,255}$/);

/** `PUT /api/v1/intake-draft`: a complaint before it is filed. */
export const intakeDraftBody = z.strictObject({
  /** The version that was read: another one that is kept meanwhile is not overwritten. */
  expectedVersion: version,
  key,
  form: intakeForm,
});
export type IntakeDraftBody = z.infer<typeof intakeDraftBody>;

/** What `PUT /api/v1/intake-draft` answers: the form is what was sent. */
export const intakeDraftKept = z.object({ version, savedAt: isoInstant });
export type IntakeDraftKept = z.infer<typeof intakeDraftKept>;

/**
 * `GET /api/v1/intake-draft`: the caller's own. Where none is kept the version is 0 and the draft null: most
 * people who open the form have none, so that is no error.
 */
export const intakeDraftView = z.object({
  version,
  draft: z.object({ key, form: intakeForm, savedAt: isoInstant }).nullable(),
});
export type IntakeDraftView = z.infer<typeof intakeDraftView>;

/** `DELETE /api/v1/intake-draft`. */
export const intakeDraftDropQuery = z.strictObject({
  expectedVersion: z.coerce.number().int().nonnegative(),
});
export type IntakeDraftDropQuery = z.infer<typeof intakeDraftDropQuery>;
