import { z } from 'zod';
import type { AnyEventDefinition } from '../events/inbound-events.js';

/** JSON Schema (draft 2020-12) of an event's data, titled with its type. Unknown fields are allowed to consumers. */
export function eventJsonSchema(definition: AnyEventDefinition): Record<string, unknown> {
  const schema = z.toJSONSchema(definition.schema, { target: 'draft-2020-12', io: 'input' });
  return { ...schema, $id: `urn:clearline:event:${definition.type}`, title: definition.type };
}
