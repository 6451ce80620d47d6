import { z } from 'zod';
import { code, isoInstant, role } from '../primitives.js';

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

/** What an organisation is made of. */
export const directoryKind = z.enum(['unit', 'agent', 'category', 'product']);

/** `GET /api/v1/organisation/{kind}/{code}/history`: the latest first; `cursor` is the `next` of the page before. */
export const definitionHistoryQuery = z.strictObject({
  cursor: z.coerce.number().int().min(1).max(2_147_483_647).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type DefinitionHistoryQuery = z.infer<typeof definitionHistoryQuery>;

const definedValue = z.union([z.string(), z.boolean(), z.array(z.string()), z.null()]);

/** How one unit, agent, category or product was defined over time. */
export const definitionHistoryView = z.object({
  items: z.array(
    z.object({
      /** 1 is how it was first defined; there every field that was given changed from null. */
      version: z.number().int(),
      at: isoInstant,
      /** Who defined it: a log-in, `import` for the command line, `system` for Clearline itself. */
      by: z.string().nullable(),
      changes: z.array(
        z.object({
          field: z.enum(['nameZh', 'nameEn', 'parent', 'unit', 'roles', 'active']),
          before: definedValue,
          after: definedValue,
        }),
      ),
    }),
  ),
  next: z.string().nullable(),
});
export type DefinitionHistoryView = z.infer<typeof definitionHistoryView>;

/** `POST /api/v1/organisation/imports`: a CSV file, all of it or nothing. */
export const organisationImportBody = z.strictObject({
  /** In Chinese three bytes a character, of the 4 MB that a body may have. */
  csv: z.string().min(1).max(1_000_000),
  /** Only says what would become of each line. */
  dryRun: z.boolean().default(false),
});
export type OrganisationImportBody = z.infer<typeof organisationImportBody>;

/** What became of each line of a file, or would. */
export const organisationImportView = z.object({
  read: z.number().int(),
  changed: z.number().int(),
  rows: z.array(
    z.object({
      line: z.number().int(),
      kind: directoryKind,
      code,
      outcome: z.enum(['created', 'changed', 'same']),
    }),
  ),
});
export type OrganisationImportView = z.infer<typeof organisationImportView>;
