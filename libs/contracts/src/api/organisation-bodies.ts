import { z } from 'zod';
import { code, role } from '../primitives.js';

const name = z.strictObject({
  zh: z.string().trim().min(1).max(200),
  en: z.string().trim().min(1).max(200),
});
const node = z.strictObject({
  code,
  name,
  parent: code.optional(),
  active: z.boolean().default(true),
});
const agent = z.strictObject({
  agentId: code,
  unit: code,
  roles: z
    .array(role)
    .min(1, `name one or more of ${role.options.join(', ')}`)
    .max(5),
  active: z.boolean().default(true),
});
const list = <S extends z.ZodType>(schema: S) => z.array(schema).max(1_000).default([]);

/** `POST /api/v1/organisation`: what is named is created or replaced, the rest stays. */
export const organisationBody = z.strictObject({
  units: list(node),
  agents: list(agent),
  categories: list(node),
  products: list(node),
});
export type OrganisationBody = z.infer<typeof organisationBody>;

const nodes = z.array(z.object({ ...node.shape, active: z.boolean() }));

/** `GET /api/v1/organisation`. */
export const organisationView = z.object({
  units: nodes,
  agents: z.array(z.object({ ...agent.shape, active: z.boolean() })),
  categories: nodes,
  products: nodes,
});
