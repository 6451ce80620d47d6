import { z } from 'zod';
import { caseReference, isoInstant, uuid } from '../primitives.js';
import { expectedVersion } from './command-fields.js';

const mostCases = 1_000;

/** `POST /api/v1/cases/commands/{command}`: one command for many cases, each decided for itself. */
export const bulkCommandBody = z.strictObject({
  /** Ids or case numbers, each once; with the version that was read, where it matters. */
  cases: z
    .array(z.strictObject({ case: caseReference, expectedVersion }))
    .min(1)
    .max(mostCases)
    .refine((items) => new Set(items.map((item) => item.case)).size === items.length, {
      error: 'a case is named twice',
      params: { rule: 'unique' },
    }),
  /** The body of the command, as for one case. */
  body: z.record(z.string(), z.unknown()).default({}),
});
export type BulkCommandBody = z.infer<typeof bulkCommandBody>;

const problem = z.object({ type: z.string(), title: z.string(), status: z.number().int() }).loose();

/** One answer per case, in the order they were asked. */
export const bulkCommandAnswer = z.object({
  items: z.array(
    z.object({
      index: z.number().int(),
      case: z.string(),
      /** 200, or 202 where it waits for a second person; else that of its problem. */
      status: z.number().int(),
      /** Of the case after the command. */
      version: z.number().int().optional(),
      problem: problem.optional(),
    }),
  ),
});
export type BulkCommandAnswer = z.infer<typeof bulkCommandAnswer>;

/** `POST /api/v1/alerts/acknowledge`: as many at once, each taken on for itself. */
export const alertsTakenBody = z.strictObject({
  alerts: z
    .array(uuid)
    .min(1)
    .max(mostCases)
    .refine((ids) => new Set(ids).size === ids.length, {
      error: 'it is named twice',
      params: { rule: 'unique' },
    }),
});
export type AlertsTakenBody = z.infer<typeof alertsTakenBody>;

/** One answer per alert, in the order they were named. */
export const alertsTakenView = z.object({
  items: z.array(
    z.object({
      index: z.number().int(),
      alert: uuid,
      /** 200, or that of its problem. */
      status: z.number().int(),
      /** Who has it: who was first, where somebody had taken it on before. */
      acknowledgedBy: z.string().optional(),
      problem: problem.optional(),
    }),
  ),
});
export type AlertsTakenView = z.infer<typeof alertsTakenView>;

/** What a `stale-version` problem says happened since: `changes` of its body. */
export const staleChange = z.object({
  sequence: z.number().int(),
  type: z.string(),
  at: isoInstant,
  /** Who gave the command; null for what happened by itself. */
  actor: z.string().nullable(),
});
export type StaleChange = z.infer<typeof staleChange>;
