import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../api/client.js';
import type { Channel, Customer, DeskCase, Severity, Tier } from './desk-types.js';
import { toldLevels } from './told-levels.js';

const aMinute = 60_000;

/** What was asked about a text stays true for a while: going back and forth in it asks nothing twice. */
const aid = { staleTime: aMinute, placeholderData: keepPreviousData } as const;

export const organisationQuery = queryOptions({
  queryKey: ['organisation'],
  queryFn: () => bodyOf(api.GET('/api/v1/organisation')),
  staleTime: 5 * aMinute,
});

export const caseQuery = (id: string) =>
  queryOptions({
    queryKey: ['case', id],
    queryFn: () => bodyOf(api.GET('/api/v1/cases/{id}', { params: { path: { id } } })),
  });

/** Looked for so often: what is critical is told of in a moment, by the service's next step. */
const mostLooks = 5;

/** Whom alerts of a case that was just filed have told at once; null while there are none. It stays what it was. */
export const toldQuery = ({ id, severity }: Pick<DeskCase, 'id' | 'severity'>) =>
  queryOptions({
    queryKey: ['case', id, 'told'],
    queryFn: async () => {
      const params = { path: { id } };
      const { items } = await bodyOf(api.GET('/api/v1/cases/{id}/timeline', { params }));
      return toldLevels(items);
    },
    refetchInterval: ({ state: { data, dataUpdateCount } }) =>
      severity === 'critical' && data === null && dataUpdateCount < mostLooks ? 2_000 : false,
    // Each reading of the history is recorded: nothing but the filing asks for it.
    staleTime: Infinity,
  });

/** What a case that was just filed likely repeats, and what was said of that. */
export const filedRepeatsQuery = (id: string) =>
  queryOptions({
    queryKey: ['case', id, 'repeats'],
    queryFn: () => bodyOf(api.GET('/api/v1/cases/{id}/repeats', { params: { path: { id } } })),
    staleTime: aMinute,
  });

export const customerQuery = (id: string) =>
  queryOptions({
    queryKey: ['customer', id],
    queryFn: () => bodyOf(api.GET('/api/v1/customers/{id}', { params: { path: { id } } })),
    staleTime: aMinute,
  });

/** Look-ups of customers: by a phone, and by what is known of them. */
export const customersKey = ['customers'] as const;

/** The one customer with a phone, or none. */
async function readByPhone(phone: string): Promise<Customer | null> {
  const query = { phone, limit: 1 };
  const { items } = await bodyOf(api.GET('/api/v1/customers', { params: { query } }));
  return items[0] ?? null;
}

export const phoneQuery = (phone: string) =>
  queryOptions({
    queryKey: [...customersKey, { phone }],
    queryFn: () => readByPhone(phone),
    staleTime: aMinute,
  });

const mostCandidates = 6;

/** Customers whose name or a word of it begins like this, or whose phone ends so. */
export const candidatesQuery = (text: string) =>
  queryOptions({
    queryKey: [...customersKey, { like: text }],
    queryFn: async (): Promise<Customer[]> => {
      const query = { q: text, limit: mostCandidates };
      const { items } = await bodyOf(api.GET('/api/v1/customers', { params: { query } }));
      return items;
    },
    staleTime: aMinute,
  });

export interface EarlierQuestion {
  statement: string;
  customerId?: string | undefined;
  phone?: string | undefined;
  product?: string | undefined;
  days?: number;
}

/** Earlier complaints of the customer, and of others who said the same. */
export const earlierQuery = (body: EarlierQuestion) =>
  queryOptions({
    queryKey: ['repeats', body] as const,
    queryFn: () => bodyOf(api.POST('/api/v1/complaints/repeats', { body })),
    staleTime: aMinute,
    // What another customer complained about is not shown in the meantime.
    placeholderData: (previous, query) =>
      query?.queryKey[1].customerId === body.customerId ? previous : undefined,
  });

/** As many as are asked for at once. */
export const mostCategories = 10;

export const categoriesQuery = (statement: string, limit?: number) =>
  queryOptions({
    queryKey: ['suggest-category', statement, limit],
    queryFn: () => {
      const body = { statement, ...(limit !== undefined && { limit }) };
      return bodyOf(api.POST('/api/v1/complaints/suggest-category', { body }));
    },
    ...aid,
  });

export interface QueueQuestion {
  category: string;
  severity: Severity;
  tier: Tier;
  channel: Channel;
  product?: string | undefined;
  organisation?: string | undefined;
}

export const queueQuery = (body: QueueQuestion) =>
  queryOptions({
    queryKey: ['queue-match', body],
    queryFn: () => bodyOf(api.POST('/api/v1/queues/match', { body })),
    ...aid,
  });

export const answersQuery = (body: { question: string; tier: Tier }) =>
  queryOptions({
    queryKey: ['standard-answers', body],
    queryFn: () => bodyOf(api.POST('/api/v1/standard-answers/find', { body })),
    ...aid,
  });

export const allAnswersQuery = queryOptions({
  queryKey: ['standard-answers', 'all'],
  queryFn: () => bodyOf(api.GET('/api/v1/standard-answers')),
  staleTime: aMinute,
});

export const coachQuery = (text: string) =>
  queryOptions({
    queryKey: ['coach', text],
    queryFn: () => bodyOf(api.POST('/api/v1/coach/check', { body: { text } })),
    staleTime: aMinute,
  });
