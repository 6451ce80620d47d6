import { z } from 'zod';
import { code, isoInstant, uuid } from '../primitives.js';
import { expectedVersion, text } from './command-fields.js';
import { stakeholderKind, stakeholderStance, taskForceRole } from './major-codes.js';

const member = z.strictObject({ agent: code, role: taskForceRole });

/** Commands on a complaint that was triaged as major. */
export const majorCommandBodies = {
  'name-task-force': z.strictObject({
    expectedVersion,
    /** The agent who answers for it. */
    lead: code,
    members: z
      .array(member)
      .min(1)
      .max(20)
      .refine((members) => new Set(members.map(({ agent }) => agent)).size === members.length, {
        error: 'an agent is named twice',
        params: { rule: 'unique' },
      }),
  }),
  'map-stakeholder': z.strictObject({
    expectedVersion,
    /** Of one that is mapped already and is told anew. */
    stakeholderId: uuid.optional(),
    kind: stakeholderKind,
    name: text,
    stance: stakeholderStance,
    /** The agent who speaks with them, and nobody else. */
    speaker: code,
    concern: text.optional(),
  }),
} as const;

/** `GET /api/v1/cases/{id}/task-force`: who settles a major complaint, and who has a say in it. */
export const taskForceView = z.object({
  /** null while nobody has named one. */
  lead: code.nullable(),
  members: z.array(z.object({ agent: code, role: taskForceRole })),
  stakeholders: z.array(
    z.object({
      id: uuid,
      kind: stakeholderKind,
      stance: stakeholderStance,
      speaker: code,
      /** null where the customer was erased. */
      name: z.string().nullable(),
      concern: z.string().nullable(),
      /** When it was told last. */
      at: isoInstant,
      by: z.string(),
    }),
  ),
});
export type TaskForceView = z.infer<typeof taskForceView>;
