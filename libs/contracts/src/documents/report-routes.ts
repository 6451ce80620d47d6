import { z } from 'zod';
import { personalViewView } from '../api/case-bodies.js';
import { churnStandingView } from '../api/churn-bodies.js';
import { projectionView } from '../api/operations-bodies.js';
import { reportCasesQuery, reportCatalogue, reportQuery, reportView } from '../api/report-query.js';
import { streamQuery } from '../api/stream-queries.js';
import { isoInstant, uuid } from '../primitives.js';
import { get, stream } from './route.js';
import type { Route } from './route.js';

const facts = { tag: 'reports', roles: ['bi', 'supervisor', 'manager', 'admin'] } as const;

/** A case as it is now, by what reports are sliced by. */
const caseSlices = {
  status: z.string(),
  unit: z.string().nullable(),
  category: z.string(),
  product: z.string().nullable(),
  channel: z.string(),
  severity: z.string(),
  tier: z.string(),
  owner: z.string().nullable(),
};

export const reportRoutes: readonly Route[] = [
  get('/api/v1/reports', 'The catalogue of reports', facts, reportCatalogue),
  {
    method: 'get',
    path: '/api/v1/reports/{report}',
    summary: 'One report, as JSON, or as CSV with `format=csv` or `Accept: text/csv`',
    ...facts,
    query: reportQuery,
    answers: { 200: { description: 'The report', schema: reportView, mediaTypes: ['text/csv'] } },
  },
  get(
    '/api/v1/reports/{report}/cases',
    'The cases behind a figure, a page at a time, and how many of the page are not shown to the caller',
    { ...facts, query: reportCasesQuery },
    z.object({
      items: z.array(
        z.object({
          caseId: uuid,
          number: z.string(),
          receivedAt: isoInstant,
          ...caseSlices,
          clockId: z.string().optional(),
          dueAt: isoInstant.optional(),
          stoppedAt: isoInstant.optional(),
          orderId: uuid.optional(),
          transferId: uuid.optional(),
          transfer: z
            .object({ from: z.string().nullable(), to: z.string().nullable(), at: isoInstant })
            .optional(),
          churn: z
            .object({
              level: z.string(),
              since: isoInstant,
              score: z.number(),
              factors: z.array(z.string()),
              /** Of each factor what it weighed at the last rise. */
              weights: z.array(z.number()).optional(),
              /** Of a level that fell: the last rise, which the factors are of, and the score that they came to. */
              rise: z.object({ score: z.number(), since: isoInstant }).optional(),
            })
            .optional(),
        }),
      ),
      hidden: z.number().int(),
      next: z.string().nullable(),
      /** Of the first page: what the figure is by then, all pages together. */
      total: z.number().int().optional(),
    }),
  ),
  stream('/api/v1/streams/signals', 'Satisfaction and churn signals as they happen', {
    ...facts,
    query: streamQuery,
  }),
  get(
    '/api/v1/churn/customers/{id}',
    'How likely a customer leaves, and why; hidden where it rests on a case that is not shown to the caller',
    { tag: 'reports', roles: ['agent', 'supervisor', 'admin'] },
    churnStandingView,
  ),
  get(
    '/api/v1/churn/customers/{id}/views',
    'Who was shown how likely a customer leaves',
    { tag: 'reports', roles: ['manager', 'admin'] },
    z.object({ items: z.array(personalViewView) }),
  ),
  get(
    '/api/v1/projections',
    'Read models and how current they are',
    { tag: 'operations', roles: ['manager', 'admin'] },
    z.object({ items: z.array(projectionView) }),
  ),
  {
    method: 'post',
    path: '/api/v1/projections/{name}/rebuild',
    summary: 'Rebuild a read model',
    tag: 'operations',
    roles: ['admin'],
    answers: { 202: { description: 'Begun', schema: projectionView } },
  },
];
