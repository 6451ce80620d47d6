import { z } from 'zod';
import { handlingActivity } from '../events/queue-events.js';
import { channel, code, isoInstant, severity, tier } from '../primitives.js';
import { expectedVersion, note } from './command-fields.js';

/** Commands about the queue of a case and the time that is spent on it. */
export const queueCommandBodies = {
  'move-to-queue': z.strictObject({ expectedVersion, queue: code, note }),
  'record-handling': z.strictObject({
    expectedVersion,
    activity: handlingActivity,
    /** At most a day at a time. */
    seconds: z.number().int().min(1).max(86_400),
  }),
} as const;

const title = z.object({ zh: z.string(), en: z.string() });
const queueFacts = {
  title: title.nullable(),
  /** How long one call may take; null without a limit. */
  talkSeconds: z.number().int().nullable(),
  /** How long all the work on a case may take. */
  handlingSeconds: z.number().int().nullable(),
  /** In the hotline's currency. */
  costPerHour: z.number().nullable(),
};

/** `POST /api/v1/queues/match`: what a complaint is about, as it would be filed. Nothing of it is stored. */
export const queueQuestion = z.strictObject({
  category: code,
  severity: severity.default('normal'),
  tier: tier.default('standard'),
  channel: channel.default('phone'),
  product: code.optional(),
  organisation: code.optional(),
});

/** Null where no queue of the policy in force takes it. */
export const queueMatchView = z.object({
  queue: z.object({ queue: code, ...queueFacts }).nullable(),
});
export type QueueMatchView = z.infer<typeof queueMatchView>;

/** Query of `GET /api/v1/queues`: the time in which work was recorded; by default the 30 days before now. */
export const queueListQuery = z.strictObject({
  from: isoInstant.optional(),
  to: isoInstant.optional(),
});
export type QueueListQuery = z.infer<typeof queueListQuery>;

const count = z.number().int();

/** One queue: its cases that are being worked now, and what was recorded of work in the time asked for. */
const queueView = z.object({
  /** Null for what is in no queue. */
  queue: code.nullable(),
  ...queueFacts,
  /** Open or paused cases in it now. */
  open: count,
  /** Cases that somebody worked on. */
  handled: count,
  seconds: count,
  secondsPerCase: z.number().nullable(),
  /** Of the handled cases: those whose work took longer than the target. */
  overTarget: count,
  calls: count,
  /** Of the calls: those that took longer than the limit. */
  overLimit: count,
  /** Null where the queue names no cost. */
  cost: z.number().nullable(),
  costPerCase: z.number().nullable(),
  /** What a call alone costs. */
  costPerCall: z.number().nullable(),
});
export type QueueView = z.infer<typeof queueView>;

export const queuesView = z.object({ from: isoInstant, to: isoInstant, items: z.array(queueView) });
export type QueuesView = z.infer<typeof queuesView>;
