import { z } from 'zod';
import { channel, code, isoInstant, uuid } from '../primitives.js';
import { expectedVersion, note, text } from './command-fields.js';
import { partyRole } from './party-codes.js';

/** Commands about who takes part in a complaint beside its customer. */
export const partyCommandBodies = {
  'name-party': z
    .strictObject({
      expectedVersion,
      /** Of somebody who is named already and is told anew. */
      partyId: uuid.optional(),
      role: partyRole,
      /** The unit of an internal customer, or that a subcontractor works for. */
      unit: code.optional(),
      name: text,
      phone: text.optional(),
      /** Messages reach them by phone, e-mail, and by letter or a visit at this address. */
      email: z.email().max(254).optional(),
      address: text.optional(),
      note: text.optional(),
      /** The customer agreed that they hear of the case. */
      mayBeTold: z.boolean().default(false),
      /** They are called rather than the customer; one of a case at most. */
      isContact: z.boolean().default(false),
    })
    .refine(({ role, unit }) => role !== 'internal' || unit !== undefined, {
      error: 'name the unit that is the customer',
      path: ['unit'],
      params: { rule: 'required' },
    })
    .refine(({ mayBeTold, isContact }) => mayBeTold || !isContact, {
      error: 'nobody is called who may not hear of the case',
      path: ['isContact'],
      params: { rule: 'may-be-told' },
    }),
  /** The note says why, for the history. */
  'drop-party': z.strictObject({ expectedVersion, partyId: uuid, note }),
} as const;

const facts = { id: uuid, role: partyRole, mayBeTold: z.boolean(), isContact: z.boolean() };

/** A party as every view of its case shows it: codes only. */
export const partyFacts = z.object(facts);
export type PartyFacts = z.infer<typeof partyFacts>;

/**
 * `GET /api/v1/cases/{id}/parties`: texts are null where there are none or the customer was erased. Who may not look
 * customers up reads of a phone its end, of an e-mail its host and of an address nothing but that there is one.
 */
export const partiesView = z.object({
  items: z.array(
    z.object({
      ...facts,
      unit: code.nullable(),
      name: z.string().nullable(),
      phone: z.string().nullable(),
      email: z.string().nullable(),
      address: z.string().nullable(),
      note: z.string().nullable(),
      /** The channels by which a message reaches them, if they may be told. */
      reachedBy: z.array(channel),
      /** When they were told of last. */
      at: isoInstant,
      by: z.string(),
    }),
  ),
});
export type PartiesView = z.infer<typeof partiesView>;
