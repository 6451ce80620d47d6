import { z } from 'zod';
import { isoInstant, uuid } from '../primitives.js';

const isTimeZone = (name: string) => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};

/** Body of `PUT /api/v1/channels/own`: where the caller's alerts are mailed to, and in which words. */
export const channelBody = z.strictObject({
  email: z.email().max(254),
  language: z.enum(['zh-CN', 'en']),
  /** Of the times in the mails. */
  timeZone: z.string().max(60).refine(isTimeZone, 'no time zone of this name').default('UTC'),
});
export type ChannelBody = z.infer<typeof channelBody>;

export const channelView = z.object({
  id: uuid,
  username: z.string(),
  email: z.string(),
  language: channelBody.shape.language,
  timeZone: z.string(),
  createdAt: isoInstant,
  /** Mails by state; those that are done for more than a week are gone. */
  waiting: z.number().int(),
  delivered: z.number().int(),
  parked: z.number().int(),
});
export type ChannelView = z.infer<typeof channelView>;

/** `superseded`: nobody had to be told any more before it could be sent, as all of its alerts were acknowledged. */
const mailState = z.enum(['waiting', 'delivered', 'parked', 'superseded']);

/** `GET /api/v1/channels/{id}/deliveries`: newest first. */
export const mailListQuery = z.strictObject({
  state: mailState.optional(),
  cursor: uuid.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type MailListQuery = z.infer<typeof mailListQuery>;

export const mailView = z.object({
  /** Its `Message-ID` begins with it, in every attempt. */
  id: uuid,
  /**
   * Alerts, who asks to see a case, an order that a unit was given, a case that was sent to a unit, refused by it, taken
   * back or given back, a promised answer to a question that is overdue, or gaps in the ladders of the policy in force.
   */
  about: z.enum([
    'alerts',
    'join-request',
    'order-given',
    'transferred',
    'transfer-refused',
    'transfer-withdrawn',
    'handed-back',
    'promise-overdue',
    'ladder-gaps',
  ]),
  /** Alerts that were raised together are told in one mail; none of a mail about something else. */
  alertIds: z.array(uuid),
  state: mailState,
  attempts: z.number().int(),
  nextAt: isoInstant.nullable(),
  /** What the last attempt met: a reply code of the mail server, or `ETIMEDOUT`, `EAUTH` ...; null without one. */
  outcome: z.string().nullable(),
  createdAt: isoInstant,
  deliveredAt: isoInstant.nullable(),
});
export type MailView = z.infer<typeof mailView>;

/** Answer of the link in a mail: the alert is somebody's now, and whose. */
export const linkAnswer = z.object({
  number: z.string(),
  acknowledgedAt: isoInstant,
  acknowledgedBy: z.string(),
});
export type LinkAnswer = z.infer<typeof linkAnswer>;
