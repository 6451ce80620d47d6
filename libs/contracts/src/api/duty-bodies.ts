import { z } from 'zod';
import { code, isoInstant } from '../primitives.js';

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be HH:MM');
const span = { from: isoInstant, to: isoInstant };
const isForward = ({ from, to }: { from: string; to: string }) => from < to;
const forward = { error: 'must end after it begins', path: ['to'] };

/** 值班表: people take turns of `days` days from `firstDay` on, each from `handover` to the next handover. */
const dutyRoster = z.strictObject({
  id: code,
  title: z.string().min(1).max(200).optional(),
  tz: z.string().min(1),
  firstDay: z.iso.date(),
  handover: timeOfDay,
  days: z.number().int().min(1).max(31),
  people: z.array(code).min(1).max(100),
  /** Somebody else for a while: the last of those that hold counts. */
  overrides: z
    .array(z.strictObject({ ...span, agentId: code }).refine(isForward, forward))
    .max(1_000)
    .default([]),
});

/** `PUT /api/v1/duty`: who is on call when, and who is away; replaced as a whole. */
export const dutyBody = z.strictObject({
  rosters: z.array(dutyRoster).max(200),
  absences: z
    .array(
      z
        .strictObject({
          agentId: code,
          ...span,
          /** Who stands in; absent: the next of the roster. */
          standIn: code.optional(),
        })
        .refine(isForward, forward),
    )
    .max(10_000)
    .default([]),
});
export type DutyBody = z.infer<typeof dutyBody>;

export const dutyPublishQuery = z.strictObject({
  /** The version that the author saw. */
  expectedVersion: z.coerce.number().int().min(0).optional(),
});
export type DutyPublishQuery = z.infer<typeof dutyPublishQuery>;

export const dutyView = dutyBody.extend({
  version: z.number().int(),
  publishedBy: z.string(),
  publishedAt: isoInstant,
});
export type DutyView = z.infer<typeof dutyView>;

export const dutyNowQuery = z.strictObject({
  /** Absent: now. */
  at: isoInstant.optional(),
});
export type DutyNowQuery = z.infer<typeof dutyNowQuery>;

/** Who is called of a roster, and why not those before them. */
export const calledPerson = z.object({
  /** null: nobody of the roster is there. */
  agentId: code.nullable(),
  because: z.enum(['turn', 'override', 'stand-in', 'next-in-turn', 'nobody']),
  passedOver: z.array(z.object({ agentId: code, why: z.enum(['absent', 'conflict']) })),
});
export type CalledPerson = z.infer<typeof calledPerson>;

/** `GET /api/v1/duty/now`; `next` are the turns from the handovers to come, each to the one after it, as it is known now. */
export const dutyNowView = z.object({
  at: isoInstant,
  rosters: z.array(
    calledPerson.extend({
      roster: code,
      next: z.array(calledPerson.extend({ from: isoInstant, to: isoInstant })),
    }),
  ),
});
export type DutyNowView = z.infer<typeof dutyNowView>;
