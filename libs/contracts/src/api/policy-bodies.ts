import { z } from 'zod';
import { calledPerson } from './duty-bodies.js';
import { alertCause, clockKind, code, isoInstant, severity, uuid } from '../primitives.js';

const version = z.number().int().positive();
const asked = z.coerce.number().int().positive();

/** A policy as docs/policies.md describes it; its version is given at publication. */
export const policyBody = z.record(z.string(), z.unknown()).meta({
  description:
    'a policy: `id`, `calendars`, `rules`, and optionally `title`, `description`, `ladders`',
});

/** Query of `PUT` and `POST /api/v1/policies`. */
export const policyPublishQuery = z.strictObject({
  /** The version in force that the author saw; another one answers 409. */
  expectedVersion: asked.optional(),
  /** Takes open cases over too; without it they keep what they were promised. */
  applyToOpenCases: z.enum(['true', 'false']).optional(),
});
export type PolicyPublishQuery = z.infer<typeof policyPublishQuery>;

/** Body of `POST /api/v1/policies` that publishes an older version again: a roll-back. */
export const policyRollback = z.strictObject({ fromVersion: version });

/** Query of `POST /api/v1/policies/dry-run`: how many clocks are listed; the totals count all. */
export const dryRunQuery = z.strictObject({
  limit: z.coerce.number().int().min(0).max(1_000).default(100),
});
export type DryRunQuery = z.infer<typeof dryRunQuery>;

/** One published policy without its body. */
const policyFacts = z.object({
  version,
  id: z.string(),
  title: z.object({ zh: z.string(), en: z.string() }).nullable(),
  rules: z.number().int(),
  publishedBy: z.string(),
  publishedAt: isoInstant,
  hash: z.string(),
});
/** How far open cases have been taken over to a version; `finishedAt` is null while it goes on. */
export const policyApplicationView = z.object({
  version,
  requestedBy: z.string(),
  startedAt: isoInstant,
  finishedAt: isoInstant.nullable(),
  examined: z.number().int(),
  changed: z.number().int(),
  /** Cases that could not be taken over and stay under their version; asking again tries them again. */
  failed: z.array(z.object({ caseId: uuid, error: z.string() })),
});
export type PolicyApplicationView = z.infer<typeof policyApplicationView>;

/** `GET /api/v1/policies`: `items` holds the policy in force. */
export const policyListView = z.object({
  items: z.array(policyBody),
  versions: z.array(policyFacts),
  applications: z.array(policyApplicationView),
});
export type PolicyFacts = z.infer<typeof policyFacts>;

/** `GET /api/v1/policies/{version}`. */
export const policyVersionView = policyFacts.extend({ isCurrent: z.boolean(), policy: policyBody });
export type PolicyVersionView = z.infer<typeof policyVersionView>;

/** One clock of an open case that another policy would move, start or end. */
const clockMove = z.object({
  caseId: uuid,
  number: z.string(),
  clockId: z.string(),
  kind: clockKind,
  change: z.enum(['later', 'earlier', 'started', 'ended']),
  ruleBefore: z.string(),
  ruleAfter: z.string(),
  dueBefore: isoInstant.nullable(),
  dueAfter: isoInstant.nullable(),
});
export type ClockMove = z.infer<typeof clockMove>;

const moveCounts = z.object({
  unchanged: z.number().int(),
  later: z.number().int(),
  earlier: z.number().int(),
  started: z.number().int(),
  ended: z.number().int(),
});
export type MoveCounts = z.infer<typeof moveCounts>;

/** `POST /api/v1/policies/dry-run`: what the candidate would do to open cases, none of it done. */
export const dryRunView = z.object({
  base: version,
  cases: z.number().int(),
  casesChanged: z.number().int(),
  totals: moveCounts,
  byKind: z.array(moveCounts.extend({ kind: clockKind })),
  byRule: z.array(moveCounts.extend({ rule: z.string() })),
  items: z.array(clockMove),
  isTruncated: z.boolean(),
});
export type DryRunView = z.infer<typeof dryRunView>;

/**
 * Query of `POST /api/v1/policies/chains`: when a complaint comes in (now), how severe, under which rule (all), and from
 * which agents, separated by commas, its case would be kept.
 */
export const chainsQuery = z.strictObject({
  at: isoInstant.optional(),
  severity: severity.default('normal'),
  rule: z.string().min(1).optional(),
  keptFrom: z.string().min(1).max(1_000).optional(),
});
export type ChainsQuery = z.infer<typeof chainsQuery>;

/** One level of a chain, as it would be told or passed over. */
const chainStep = z.object({
  step: z.string(),
  level: z.number().int(),
  audience: z.string(),
  /** Of a level that tells one unit, its code; null otherwise. */
  unit: z.string().nullable(),
  /** Whom the level names. */
  named: z.array(z.string()),
  /** When it is due, but for the level's quiet hours. */
  dueAt: isoInstant,
  at: isoInstant,
  /** How many active people have this role, in the level's unit where it tells one; null where that is not known. */
  people: z.number().int().nullable(),
  /** How many of those it tells have alerts mailed; null without a mail server. */
  reached: z.number().int().nullable(),
  /** Of a level that names a roster: who is on duty then; null otherwise. */
  called: calledPerson.nullable(),
  /**
   * Why it would tell nobody, and the one above is told at once: everybody of it is kept from the case, or nobody is of it;
   * null of a level that is told. Of a level that tells a role alone a case without a unit is looked at.
   */
  passedOver: z.enum(['kept', 'nobody']).nullable(),
  /** Who that is, 200 at most; null for those who may not publish policies. */
  who: z.array(code).nullable(),
  /**
   * Whom it leaves out and why: away, with a stand-in in their place, kept from the case, gone from the organisation. Of
   * `no-channel` are those of `who` whom no mail reaches: they are told on screens alone.
   */
  leftOut: z
    .array(
      z.object({
        agentId: code,
        why: z.enum(['absent', 'stand-in', 'kept', 'gone', 'no-channel']),
        /** Who was called in their place; null otherwise. */
        standIn: code.nullable(),
      }),
    )
    .nullable(),
});

const chainWarning = z.object({
  rule: z.enum([
    'unused-ladder',
    'unreachable-level',
    'breach-untold',
    'nobody',
    'nobody-on-duty',
    'unknown-unit',
    'unknown-person',
    'no-channel',
  ]),
  ladder: z.string(),
  level: z.string().nullable(),
  /** Whom it is about, where it is about people by name. */
  people: z.array(z.string()).optional(),
  message: z.object({ zh: z.string(), en: z.string() }),
});
export type ChainWarningView = z.infer<typeof chainWarning>;

/** `POST /api/v1/policies/chains`: whom alerts would tell if nobody acknowledged them, and gaps in it. */
export const chainsView = z.object({
  startedAt: isoInstant,
  chains: z.array(
    z.object({
      rule: z.string(),
      kind: clockKind,
      stage: z.string().nullable(),
      ladder: z.string(),
      cause: z.enum(['warning', 'breach']),
      threshold: z.number().nullable(),
      steps: z.array(chainStep),
    }),
  ),
  /** Of each trigger, as if what it waits for happened then. */
  triggers: z.array(
    z.object({
      trigger: z.string(),
      cause: alertCause,
      ladder: z.string(),
      steps: z.array(chainStep),
    }),
  ),
  warnings: z.array(chainWarning),
});
export type ChainsView = z.infer<typeof chainsView>;

/** `GET /api/v1/policies/checks`: what the daily looks at the chains of the policy in force found, newest first. */
export const chainChecksView = z.object({
  items: z.array(
    z.object({
      day: z.iso.date(),
      policyVersion: version,
      checkedAt: isoInstant,
      warnings: z.array(chainWarning),
    }),
  ),
});
export type ChainChecksView = z.infer<typeof chainChecksView>;

/** `GET /api/v1/policies/{version}/diff/{other}`: what was added, removed or replaced, by path. */
export const policyDiffView = z.object({
  from: version,
  to: version,
  changes: z.array(
    z.object({
      path: z.string(),
      change: z.enum(['added', 'removed', 'replaced']),
      before: z.unknown(),
      after: z.unknown(),
    }),
  ),
});
export type PolicyDiffView = z.infer<typeof policyDiffView>;

const windows = z.array(z.tuple([z.string(), z.string()]));

/** Query of `GET /api/v1/calendars/{id}`; without `month` the current one in the calendar's zone. */
export const calendarQuery = z.strictObject({
  month: z
    .string()
    .regex(/^(19[7-9]\d|20\d\d|21\d\d)-(0[1-9]|1[0-2])$/, 'must be a month such as 2026-10')
    .optional(),
});
export type CalendarQuery = z.infer<typeof calendarQuery>;

/** What people call a day: one text for everybody, or one in each language. */
const dayName = z.union([z.string(), z.object({ zh: z.string(), en: z.string() })]);

/** One version of a calendar of the policy in force. */
export const calendarView = z.object({
  id: z.string(),
  version,
  /** What clocks are pinned to. */
  reference: z.string(),
  policyVersion: version,
  tz: z.string(),
  validFrom: z.string().optional(),
  hours: z.record(z.string(), windows),
  holidays: z.array(z.string()),
  overrides: z.record(z.string(), windows),
  names: z.record(z.string(), dayName).optional(),
  /** Clocks that start now run on this version. */
  isCurrent: z.boolean(),
  isOpen: z.boolean(),
  /** The next working instant; now, while it is open. */
  worksAt: isoInstant,
});
export type CalendarView = z.infer<typeof calendarView>;

/** `GET /api/v1/calendars/{id}`. */
export const calendarMonthView = z.object({
  id: z.string(),
  month: z.string(),
  versions: z.array(calendarView),
  days: z.array(
    z.object({
      date: z.string(),
      weekday: z.string(),
      windows,
      isOpen: z.boolean(),
      exception: z.enum(['holiday', 'make-up', 'other-hours']).nullable(),
      name: dayName.nullable(),
      calendar: z.string(),
    }),
  ),
});
export type CalendarMonthView = z.infer<typeof calendarMonthView>;

/** `POST /api/v1/calendars/validate`: a calendar without problems. */
export const calendarChecked = z.object({ valid: z.literal(true) });
