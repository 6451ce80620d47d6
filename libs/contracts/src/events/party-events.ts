import { z } from 'zod';
import { partyRole } from '../api/party-codes.js';
import { code, dimensions, envelope, isoInstant, uuid } from '../primitives.js';
import { topics } from '../topics.js';
import { defineEvent } from './define-event.js';

const event = <S extends z.ZodType>(name: string, schema: S) =>
  defineEvent({ name: `case.${name}`, version: 1, topic: topics.cases, schema });

const base = { caseId: uuid, at: isoInstant, dimensions, by: z.string() };

/** Somebody takes part beside the customer, or is told anew; who is the contact, alone is it. */
export const CasePartyNamed = event(
  'party-named',
  z.object({
    ...base,
    partyId: uuid,
    role: partyRole,
    unit: code.optional(),
    /** The customer agreed that they hear of the case. */
    mayBeTold: z.boolean(),
    isContact: z.boolean(),
    name: envelope,
    phone: envelope.optional(),
    note: envelope.optional(),
  }),
);

/** Somebody takes part no more, or never did. */
export const CasePartyDropped = event(
  'party-dropped',
  z.object({ ...base, partyId: uuid, role: partyRole }),
);
