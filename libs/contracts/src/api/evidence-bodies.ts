import { z } from 'zod';
import { channel, code, isoInstant } from '../primitives.js';

/** Free text: sealed in events. */
const text = z.string().trim().min(1).max(20_000);

/**
 * The evidence of each CLEAR stage. Every field may be left out of a request: what a stage still lacks
 * is listed by the refusal. Texts are sealed; codes, numbers and flags are not.
 */
export const stageEvidenceBodies = {
  control: z.strictObject({
    /** The customer knows that the complaint was taken; a contact outwards says so too. */
    acknowledged: z.boolean().optional(),
    /** 1 calm to 5 furious. */
    emotionLevel: z.number().int().min(1).max(5).optional(),
  }),
  listen: z.strictObject({
    /** What happened: facts, no judgements. */
    facts: text.optional(),
    /** When it happened, as the customer says. */
    happenedAt: isoInstant.optional(),
    /** Where: an address, a counter, an app. */
    place: text.optional(),
    /** What it is about, `none` where it is no product; the complaint may have named it. */
    product: code.optional(),
    remedySought: text.optional(),
  }),
  establish: z.strictObject({
    /** The problem in the agent's words. */
    restatement: text.optional(),
    /** The customer agrees with it. */
    confirmed: z.boolean().optional(),
    /** Where the case is `unclassified`. */
    category: code.optional(),
    /** The responsible unit, where the case has none. */
    department: code.optional(),
  }),
  apologise: z.strictObject({
    apology: text.optional(),
    /** How it was said; by whom is who gave the command. */
    apologyChannel: channel.optional(),
    /** What was offered, within the agent's authority. */
    remedyOffered: text.optional(),
  }),
  resolve: z.strictObject({
    resolution: text.optional(),
    /** What the remedy cost, in the hotline's currency; 0 where it cost nothing. */
    remedyCost: z.number().min(0).max(1e12).optional(),
    rootCause: text.optional(),
    /** What keeps it from happening again. */
    preventiveAction: text.optional(),
    /** The customer knows the outcome. */
    customerTold: z.boolean().optional(),
  }),
} as const;

/** Which evidence is free text, and so sealed, by stage. */
export const evidenceTextNames: Readonly<
  Record<keyof typeof stageEvidenceBodies, readonly string[]>
> = {
  control: [],
  listen: ['facts', 'place', 'remedySought'],
  establish: ['restatement'],
  apologise: ['apology', 'remedyOffered'],
  resolve: ['resolution', 'rootCause', 'preventiveAction'],
};

/** Evidence of several stages at once, as far as a call has yielded it. */
export const evidenceByStage = z.strictObject({
  control: stageEvidenceBodies.control.optional(),
  listen: stageEvidenceBodies.listen.optional(),
  establish: stageEvidenceBodies.establish.optional(),
  apologise: stageEvidenceBodies.apologise.optional(),
  resolve: stageEvidenceBodies.resolve.optional(),
});
export type EvidenceByStage = z.infer<typeof evidenceByStage>;

export type EvidenceStage = keyof typeof stageEvidenceBodies;

const expectedVersion = z.number().int().positive().optional();
/** When it happened, where that was earlier: not in the future, not before the complaint came. */
const at = isoInstant.optional();

/** `{stage, evidence}`, the evidence being that of the stage. */
function ofOneStage<S extends EvidenceStage, T extends z.ZodRawShape>(stage: S, more: T) {
  return z.strictObject({
    expectedVersion,
    stage: z.literal(stage),
    evidence: stageEvidenceBodies[stage],
    ...more,
  });
}

/** Commands that give evidence. */
export const evidenceCommandBodies = {
  /** Ends the stage the case is at, with what was given before and what is given now. */
  'complete-stage': z.discriminatedUnion('stage', [
    ofOneStage('control', { at }),
    ofOneStage('listen', { at }),
    ofOneStage('establish', { at }),
    ofOneStage('apologise', { at }),
    ofOneStage('resolve', { at }),
  ]),
  /** Ends every stage up to the last one named: all of them, or none. */
  'complete-stages': z.strictObject({ expectedVersion, evidence: evidenceByStage, at }),
  /** Keeps evidence for when its stage ends. */
  'add-evidence': z.discriminatedUnion('stage', [
    ofOneStage('control', {}),
    ofOneStage('listen', {}),
    ofOneStage('establish', {}),
    ofOneStage('apologise', {}),
    ofOneStage('resolve', {}),
  ]),
  /** Ends every stage that is left with what was given before, and the last one with this. */
  resolve: stageEvidenceBodies.resolve.extend({ expectedVersion }),
} as const;
