import { z } from 'zod';
import { code, envelope, role, tier, uuid } from '../primitives.js';
import { topics } from '../topics.js';
import { defineEvent } from './define-event.js';

/** A customer became known. Personal fields are envelopes under the customer's own key. */
export const CustomerRegistered = defineEvent({
  name: 'customer.registered',
  version: 1,
  topic: topics.customers,
  schema: z.object({
    customerId: uuid,
    tier,
    anonymous: z.boolean(),
    name: envelope.optional(),
    phone: envelope.optional(),
    email: envelope.optional(),
  }),
});

/** Tier or contact details changed; absent fields stayed as they were. */
export const CustomerUpdated = defineEvent({
  name: 'customer.updated',
  version: 1,
  topic: topics.customers,
  schema: z.object({
    customerId: uuid,
    tier: tier.optional(),
    name: envelope.optional(),
    phone: envelope.optional(),
    email: envelope.optional(),
  }),
});

const bilingual = z.object({ zh: z.string(), en: z.string() });

/** A unit of the organisation tree; the root has no parent. */
export const UnitDefined = defineEvent({
  name: 'unit.defined',
  version: 1,
  topic: topics.organisation,
  schema: z.object({ code, name: bilingual, parent: code.optional(), active: z.boolean() }),
});

/** A member of staff who may own cases. `agentId` is the code that log-ins name. */
export const AgentDefined = defineEvent({
  name: 'agent.defined',
  version: 1,
  topic: topics.organisation,
  schema: z.object({ agentId: code, unit: code, roles: z.array(role), active: z.boolean() }),
});

export const CategoryDefined = defineEvent({
  name: 'category.defined',
  version: 1,
  topic: topics.organisation,
  schema: z.object({ code, name: bilingual, parent: code.optional(), active: z.boolean() }),
});

export const ProductDefined = defineEvent({
  name: 'product.defined',
  version: 1,
  topic: topics.organisation,
  schema: z.object({ code, name: bilingual, parent: code.optional(), active: z.boolean() }),
});
