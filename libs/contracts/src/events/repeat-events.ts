import { z } from 'zod';
import { caseNumber, code, dimensions, envelope, isoInstant, uuid } from '../primitives.js';
import { noRepeatReason } from '../reasons.js';
import { topics } from '../topics.js';
import { defineEvent } from './define-event.js';

const event = <S extends z.ZodType>(name: string, schema: S) =>
  defineEvent({ name: `case.${name}`, version: 1, topic: topics.cases, schema });

const base = { caseId: uuid, at: isoInstant, dimensions, by: z.string() };
const earlier = { earlier: uuid, earlierNumber: caseNumber };
const note = envelope.optional();

/** The customer complains of the same again: both cases go on, and know of each other. */
export const CaseRepeatLinked = event('repeat-linked', z.object({ ...base, ...earlier, note }));

/** An earlier case looked like the same; somebody looked, and it is not. */
export const CaseRepeatRuledOut = event(
  'repeat-ruled-out',
  z.object({ ...base, ...earlier, reason: noRepeatReason, note }),
);

/** A later case repeats this one, or does not after all; `repeats` do now. */
export const CaseRepeatsCounted = event(
  'repeats-counted',
  z.object({
    ...base,
    later: uuid,
    laterNumber: caseNumber,
    isRepeat: z.boolean(),
    repeats: z.number().int(),
  }),
);

/** Somebody whose unit does not have the case asks to see it. */
export const CaseJoinRequested = event('join-requested', z.object({ ...base, agent: code, note }));

/** Whether that agent sees the case, besides its unit and its owner; the last decision counts. */
export const CaseJoinDecided = event(
  'join-decided',
  z.object({ ...base, agent: code, isLetIn: z.boolean(), note }),
);
