import { z } from 'zod';
import { stakeholderKind, stakeholderStance, taskForceRole } from '../api/major-codes.js';
import { code, dimensions, envelope, isoInstant, uuid } from '../primitives.js';
import { topics } from '../topics.js';
import { defineEvent } from './define-event.js';

const event = <S extends z.ZodType>(name: string, schema: S) =>
  defineEvent({ name: `case.${name}`, version: 1, topic: topics.cases, schema });

const base = { caseId: uuid, at: isoInstant, dimensions, by: z.string() };

/** Who settles a major complaint together: the whole task force, in place of the one before. */
export const CaseTaskForceNamed = event(
  'task-force-named',
  z.object({
    ...base,
    lead: code,
    members: z.array(z.object({ agent: code, role: taskForceRole })),
  }),
);

/** Somebody who has a say in a major complaint, who speaks with them, and what they want. Told again, it has changed. */
export const CaseStakeholderMapped = event(
  'stakeholder-mapped',
  z.object({
    ...base,
    stakeholderId: uuid,
    kind: stakeholderKind,
    stance: stakeholderStance,
    speaker: code,
    name: envelope,
    concern: envelope.optional(),
  }),
);
