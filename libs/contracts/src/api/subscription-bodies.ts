import { z } from 'zod';
import { eventCatalogue } from '../events/catalogue.js';
import { isoInstant, uuid } from '../primitives.js';
import { topics } from '../topics.js';

/** A type without its version, such as `clearline.alert.raised`: a subscription outlives versions. */
export const unversioned = (type: string): string => type.replace(/\.v\d+$/, '');

const offeredTopics: readonly string[] = [
  topics.cases,
  topics.sla,
  topics.satisfaction,
  topics.churn,
];

/** What can be subscribed to: every event about cases, their clocks and alerts, and every signal, in whatever version it is written. */
const offered: readonly string[] = [
  ...new Set(
    eventCatalogue
      .filter(({ topic }) => offeredTopics.includes(topic))
      .map(({ type }) => unversioned(type)),
  ),
];

/** Body of `POST /api/v1/subscriptions`: where events are posted to, and which. */
export const subscriptionBody = z.strictObject({
  url: z.url({ protocol: /^https?$/ }).max(2_000),
  types: z
    .array(
      z
        .string()
        .refine(
          (type) => offered.includes(type),
          'no event of cases, clocks or signals; without a version, such as clearline.churn.warned',
        ),
    )
    .min(1)
    .max(offered.length),
  description: z.string().trim().min(1).max(200).optional(),
});
export type SubscriptionBody = z.infer<typeof subscriptionBody>;

/** Body of `PATCH /api/v1/subscriptions/{id}`: one that is not active gathers nothing and sends nothing. */
export const subscriptionChange = z.strictObject({ active: z.boolean() });
export type SubscriptionChange = z.infer<typeof subscriptionChange>;

export const subscriptionView = z.object({
  id: uuid,
  url: z.string(),
  types: z.array(z.string()),
  description: z.string().nullable(),
  active: z.boolean(),
  createdBy: z.string(),
  createdAt: isoInstant,
  /** Deliveries by state; those delivered more than a week ago are gone. */
  waiting: z.number().int(),
  delivered: z.number().int(),
  parked: z.number().int(),
});
export type SubscriptionView = z.infer<typeof subscriptionView>;

/** The secret is shown here and never again; `rotate-secret` makes another. */
export const subscriptionMade = subscriptionView.extend({ secret: z.string() });
export type SubscriptionMade = z.infer<typeof subscriptionMade>;

const deliveryState = z.enum(['waiting', 'delivered', 'parked']);

/** `GET /api/v1/subscriptions/{id}/deliveries`: newest first. */
export const deliveryListQuery = z.strictObject({
  state: deliveryState.optional(),
  cursor: uuid.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type DeliveryListQuery = z.infer<typeof deliveryListQuery>;

export const deliveryView = z.object({
  /** Of the event: the `webhook-id` of every attempt. */
  eventId: uuid,
  type: z.string(),
  /** Of a signal without a case, the customer's id. */
  caseId: z.string(),
  state: deliveryState,
  attempts: z.number().int(),
  /** When the next attempt is due; null when there is none. */
  nextAt: isoInstant.nullable(),
  /** What the last attempt met: a status, or `timeout`, `private-target`, `ECONNREFUSED` ...; null without one. */
  outcome: z.string().nullable(),
  createdAt: isoInstant,
  deliveredAt: isoInstant.nullable(),
});
export type DeliveryView = z.infer<typeof deliveryView>;

/** Body of `POST /api/v1/subscriptions/{id}/redrive`: parked deliveries, all of them without `eventIds`. */
export const deliveryRedrive = z.strictObject({
  eventIds: z.array(uuid).min(1).max(1_000).optional(),
});
export type DeliveryRedrive = z.infer<typeof deliveryRedrive>;
