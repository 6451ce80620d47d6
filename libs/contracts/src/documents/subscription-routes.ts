import { z } from 'zod';
import {
  deliveryListQuery,
  deliveryRedrive,
  deliveryView,
  subscriptionBody,
  subscriptionChange,
  subscriptionMade,
  subscriptionView,
} from '../api/subscription-bodies.js';
import { get } from './route.js';
import type { Route } from './route.js';

const facts = { tag: 'operations', roles: ['manager', 'admin'] } as const;
const path = '/api/v1/subscriptions';

export const subscriptionRoutes: readonly Route[] = [
  get(path, 'Webhooks, the newest first', facts, z.object({ items: z.array(subscriptionView) })),
  {
    ...facts,
    method: 'post',
    path,
    summary: 'Have events posted to an address; the answer holds the secret, once',
    body: subscriptionBody,
    answers: { 201: { description: 'Made', schema: subscriptionMade } },
  },
  get(`${path}/{id}`, 'One webhook', facts, subscriptionView),
  {
    ...facts,
    method: 'patch',
    path: `${path}/{id}`,
    summary: 'Stop a webhook for a while, or let it go on',
    body: subscriptionChange,
    answers: { 200: { description: 'Changed', schema: subscriptionView } },
  },
  {
    ...facts,
    method: 'delete',
    path: `${path}/{id}`,
    summary: 'Remove a webhook and its deliveries',
    answers: { 204: { description: 'Removed' } },
  },
  {
    ...facts,
    method: 'post',
    path: `${path}/{id}/rotate-secret`,
    summary: 'Sign with another secret from now on; the answer holds it, once',
    answers: { 200: { description: 'The new secret', schema: subscriptionMade } },
  },
  get(
    `${path}/{id}/deliveries`,
    'What was sent to a webhook, and how it went, newest first',
    { ...facts, query: deliveryListQuery },
    z.object({ items: z.array(deliveryView), next: z.string().nullable() }),
  ),
  {
    ...facts,
    method: 'post',
    path: `${path}/{id}/redrive`,
    summary: 'Try parked deliveries again',
    body: deliveryRedrive,
    answers: {
      200: { description: 'How many', schema: z.object({ redriven: z.number().int() }) },
    },
  },
];
