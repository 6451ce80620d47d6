import { z } from 'zod';
import { anyOf, clockKind, isoInstant } from '../primitives.js';
import { orderKind, orderMatter, problemKind } from './order-codes.js';
import { timeZone } from './time-zone.js';

/** What reports can be grouped by: spans of time in `tz`, or one of the dimensions. */
export const reportTimes = ['day', 'week', 'month', 'quarter', 'year'] as const;
export const reportDimensions = [
  'unit',
  'category',
  'channel',
  'tier',
  'severity',
  'product',
] as const;

/** What lies in a tree of the organisation. */
export const reportTrees = ['unit', 'category', 'product'] as const;
export type ReportTree = (typeof reportTrees)[number];

/** What orders can be sliced by besides; other reports refuse them. */
export const orderDimensions = ['kind', 'matter', 'problemKind', 'owner'] as const;
export type OrderDimension = (typeof orderDimensions)[number];
/** What only reports that count clocks, or what is open, can be grouped by. */
export const ownGroupings = ['clock', 'age'] as const;
export type OwnGrouping = (typeof ownGroupings)[number];
const groupings = [
  ...reportTimes,
  ...reportDimensions,
  ...orderDimensions,
  ...ownGroupings,
] as const;

/** Codes with commas between them, several such groups with semicolons. */
const rollups = z
  .string()
  .regex(/^[^,;]+(?:,[^,;]+)*(?:;[^,;]+(?:,[^,;]+)*)*$/, {
    error: 'codes with commas between them; several groups of them with semicolons',
  })
  .refine(
    (text) => {
      const codes = text.split(/[,;]/);
      return new Set(codes).size === codes.length;
    },
    { error: 'it is named twice', params: { rule: 'unique' } },
  );

const instant = z.union([z.iso.datetime({ offset: true }), z.iso.date()], {
  error: 'a date such as 2026-10-01, or an instant with its offset such as 2026-10-01T08:00:00Z',
});

/**
 * Which complaints a report counts; `from` and `to` bound the receipt, `to` not included. A date alone
 * is its midnight in `tz`. A dimension takes one code, or several with commas between them: any of those. A tree takes a
 * code, and stands for it with all beneath it in the organisation as that is now; beside codes, for those of both.
 */
const selection = {
  from: instant.optional(),
  to: instant.optional(),
  by: z.enum(groupings, { error: `one of ${groupings.join(', ')}, and one alone` }).optional(),
  /** Groups that are counted as one, under the name of the first: `north,north-east;south,harbour`. */
  rollup: rollups.optional(),
  /** By a tree: each child of its node, or of the top, is counted as one with all beneath it, under its name. */
  branches: z.enum(['true', 'false']).optional(),
  tz: timeZone.default('UTC'),
  unit: z.string().optional(),
  category: z.string().optional(),
  channel: z.string().optional(),
  tier: z.string().optional(),
  severity: z.string().optional(),
  product: z.string().optional(),
  unitTree: z.string().optional(),
  categoryTree: z.string().optional(),
  productTree: z.string().optional(),
  clock: clockKind.optional(),
  kind: anyOf(orderKind).optional(),
  matter: anyOf(orderMatter).optional(),
  problemKind: anyOf(problemKind).optional(),
  /** The agent who owns the case of the order. */
  owner: z.string().optional(),
};

const isRolled = ({ rollup, by }: { rollup?: string; by?: string }) =>
  rollup === undefined || (reportDimensions as readonly (string | undefined)[]).includes(by);
const rollupRule = {
  error: `groups are counted as one by ${reportDimensions.join(', ')}`,
  path: ['rollup'],
};
const isBranched = (query: { branches?: string; rollup?: string; by?: string }) =>
  query.branches !== 'true' ||
  (query.rollup === undefined &&
    (reportTrees as readonly (string | undefined)[]).includes(query.by));
const branchesRule = {
  error: `branches are counted as one by ${reportTrees.join(', ')}, without rollup`,
  path: ['branches'],
};
const isSpan = ({ from, to }: { from?: string; to?: string }) =>
  from === undefined || to === undefined || Date.parse(from) < Date.parse(to);
const spanRule = { error: 'must lie after from', path: ['to'] };

/** `GET /api/v1/reports/{report}`; unknown parameters are refused. */
export const reportQuery = z
  .strictObject({ ...selection, format: z.enum(['json', 'csv']).optional() })
  .refine(isSpan, spanRule)
  .refine(isRolled, rollupRule)
  .refine(isBranched, branchesRule);
export type ReportQuery = z.infer<typeof reportQuery>;

/** The last case of a page, and its clock or order where those are counted: `next` of the page before. */
const pageEnd = z.string().regex(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}(~[\w:#-]{1,80})?$/i);

/** `GET /api/v1/reports/{report}/cases`: `group` is one of the report's groups, with `by` as the report had it. */
export const reportCasesQuery = z
  .strictObject({
    ...selection,
    figure: z
      .string()
      .describe('One figure, or several with commas between: what is in any of them, once'),
    group: z.string().optional(),
    cursor: pageEnd.optional(),
    limit: z.coerce.number().int().min(1).max(1000).default(100),
  })
  .refine(isSpan, spanRule)
  .refine(isRolled, rollupRule)
  .refine(isBranched, branchesRule)
  // `all` is the one group of what is not grouped.
  .refine(({ group = 'all', by }) => group === 'all' || by !== undefined, {
    error: 'say by what the report was grouped: a group without it is none',
    path: ['by'],
  });
export type ReportCasesQuery = z.infer<typeof reportCasesQuery>;

const bilingual = z.object({ zh: z.string(), en: z.string() });

/** `GET /api/v1/reports`. */
export const reportCatalogue = z.object({
  items: z.array(
    z.object({
      name: z.string(),
      title: bilingual,
      definition: bilingual,
      figures: z.array(z.string()),
      parameters: z.array(z.string()),
      href: z.string(),
    }),
  ),
});

/**
 * A report: `totals` over everything, `rows` per group with `by`, all of one snapshot; the links lead to the cases behind
 * a figure. `since` is when the first complaint of all was received. Where it `overlaps`, a case may stand in several
 * rows and counts once in the totals.
 */
export const reportView = z.object({
  report: z.string(),
  title: bilingual,
  definition: bilingual,
  totals: z.record(z.string(), z.unknown()),
  rows: z.array(z.looseObject({ group: z.string() })),
  overlaps: z.boolean(),
  readAt: isoInstant,
  since: isoInstant.nullable(),
  links: z.record(z.string(), z.string()),
});
