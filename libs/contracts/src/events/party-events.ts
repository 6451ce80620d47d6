import { z } from 'zod';
import { partyRole } from '../api/party-codes.js';
import { code, dimensions, envelope, isoInstant, uuid } from '../primitives.js';
import { topics } from '../topics.js';
import { defineEvent } from './define-event.js';

const base = { caseId: uuid, at: isoInstant, dimensions, by: z.string() };

const named = {
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
};

/** First shape: a phone was all that they could be reached by. */
export const CasePartyNamedV1 = defineEvent({
  name: 'case.party-named',
  version: 1,
  topic: topics.cases,
  schema: z.object(named),
  upcast: (data) => data,
});

/** Somebody takes part beside the customer, or is told anew; who is the contact, alone is it. */
export const CasePartyNamed = defineEvent({
  name: 'case.party-named',
  version: 2,
  topic: topics.cases,
  schema: z.object({ ...named, email: envelope.optional(), address: envelope.optional() }),
});

const dropped = { ...base, partyId: uuid, role: partyRole };

/** First shape: nobody said why. */
export const CasePartyDroppedV1 = defineEvent({
  name: 'case.party-dropped',
  version: 1,
  topic: topics.cases,
  schema: z.object(dropped),
  upcast: (data) => data,
});

/** Somebody takes part no more, or never did. */
export const CasePartyDropped = defineEvent({
  name: 'case.party-dropped',
  version: 2,
  topic: topics.cases,
  schema: z.object({ ...dropped, note: envelope.optional() }),
});
