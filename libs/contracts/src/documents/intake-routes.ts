import { z } from 'zod';
import {
  callbackBody,
  callbackFiled,
  complaintBody,
  complaintFiled,
  complaintView,
  customerBody,
  customerChange,
  customerImportBody,
  customerImportView,
  customerListQuery,
  customerView,
  itemsFiled,
  surveyBody,
  surveyFiled,
} from '../api/intake-bodies.js';
import { personalViewView } from '../api/case-bodies.js';
import {
  intakeDraftBody,
  intakeDraftDropQuery,
  intakeDraftKept,
  intakeDraftView,
} from '../api/intake-draft-bodies.js';
import { callerQuery, callerView } from '../api/lookup-bodies.js';
import {
  addedFactsBody,
  amendmentBody,
  complaintChangesView,
  complaintChangeView,
} from '../api/amendment-bodies.js';
import { repeatQuery, repeatsView } from '../api/repeat-bodies.js';
import { complaintSearchQuery } from '../api/search-query.js';
import { categoryQuestion, categorySuggestions } from '../api/suggestion-bodies.js';
import {
  definitionHistoryQuery,
  definitionHistoryView,
  organisationBody,
  organisationImportBody,
  organisationImportView,
  organisationView,
} from '../api/organisation-bodies.js';
import { splitBody } from '../api/split-bodies.js';
import { get } from './route.js';
import type { Route } from './route.js';

const tag = 'intake';
const roles = ['agent', 'supervisor', 'admin'] as const;
const page = (item: z.ZodType) => z.object({ items: z.array(item), next: z.string().nullable() });
const idempotencyKey = {
  'Idempotency-Key': 'The same key with the same body gives the same answer for 24 hours',
};
const views = z.object({ items: z.array(personalViewView) });
const items = { description: 'An array: one answer per item', schema: itemsFiled };

const filed = (
  name: string,
  body: z.ZodType,
  schema: z.ZodType,
  more: Partial<Pick<Route, 'headers' | 'answers'>> = {},
): Route => ({
  method: 'post',
  path: `/api/v1/${name}`,
  summary: `File one of the ${name}, or an array of up to 1000`,
  tag,
  roles,
  headers: { ...idempotencyKey, ...more.headers },
  body,
  arrayOfBodies: true,
  answers: { 201: { description: 'Committed', schema }, ...more.answers, 207: items },
});

export const intakeRoutes: readonly Route[] = [
  filed('complaints', complaintBody, complaintFiled, {
    headers: { Prefer: '`wait=2` waits up to so many seconds for the opened case' },
    answers: { 202: { description: 'Committed; the case did not open in time' } },
  }),
  get(
    '/api/v1/intake-draft',
    'The complaint that the caller is taking down; version 0 and no draft where none is kept',
    { tag, roles },
    intakeDraftView,
  ),
  {
    method: 'put',
    path: '/api/v1/intake-draft',
    summary:
      'Keep a complaint as far as it is taken down, for seven days; filing it ends the draft',
    tag,
    roles,
    body: intakeDraftBody,
    answers: { 200: { description: 'Kept', schema: intakeDraftKept } },
  },
  {
    method: 'delete',
    path: '/api/v1/intake-draft',
    summary: 'Throw the draft of a complaint away',
    tag,
    roles,
    query: intakeDraftDropQuery,
    answers: { 204: { description: 'Gone' } },
  },
  get(
    '/api/v1/complaints/search',
    'Complaints by words in Chinese, a phone (also of a party) or its last four digits, a name, a number',
    { tag, roles: ['agent', 'supervisor', 'manager', 'admin'], query: complaintSearchQuery },
    page(complaintView),
  ),
  {
    method: 'post',
    path: '/api/v1/complaints/suggest-category',
    summary: 'The categories of closed cases that said the same, with the words; nothing is stored',
    tag,
    roles: ['agent', 'supervisor', 'manager', 'admin'],
    body: categoryQuestion,
    answers: { 200: { description: 'What was found', schema: categorySuggestions } },
  },
  {
    method: 'post',
    path: '/api/v1/complaints/repeats',
    summary: 'What a complaint repeats, asked before it is filed; nothing of it is stored',
    tag,
    roles: ['agent', 'supervisor', 'manager', 'admin'],
    body: repeatQuery,
    answers: { 200: { description: 'Earlier ones, and why', schema: repeatsView } },
  },
  get(
    '/api/v1/complaints/{id}',
    'What the customer said, by id or case number',
    { tag, roles: ['agent', 'supervisor', 'manager', 'admin'] },
    complaintView,
  ),
  {
    method: 'post',
    path: '/api/v1/complaints/{id}/split',
    summary: 'File a part of a complaint as a complaint of its own, received when the whole was',
    tag,
    roles,
    headers: idempotencyKey,
    body: splitBody,
    answers: { 201: { description: 'Committed', schema: complaintFiled } },
  },
  get(
    '/api/v1/complaints/{id}/repeats',
    'What a complaint repeats of the 90 days before it, by id or case number',
    { tag, roles: ['agent', 'supervisor', 'manager', 'admin'] },
    repeatsView,
  ),
  {
    method: 'post',
    path: '/api/v1/complaints/{id}/amendments',
    summary: 'Correct what was keyed wrong, with a reason; both readings are kept',
    tag,
    roles: ['agent', 'supervisor', 'manager', 'admin'],
    body: amendmentBody,
    answers: { 201: { description: 'Amended', schema: complaintChangeView } },
  },
  {
    method: 'post',
    path: '/api/v1/complaints/{id}/facts',
    summary: 'Add what the customer said later',
    tag,
    roles: ['agent', 'supervisor', 'manager', 'admin'],
    body: addedFactsBody,
    answers: { 201: { description: 'Added', schema: complaintChangeView } },
  },
  get(
    '/api/v1/complaints/{id}/changes',
    'What was amended, in both readings, and what the customer added',
    { tag, roles: ['agent', 'supervisor', 'manager', 'admin'] },
    complaintChangesView,
  ),
  get(
    '/api/v1/complaints/{id}/views',
    'Who read what the customer said',
    { tag, roles: ['manager', 'admin'] },
    views,
  ),
  get(
    '/api/v1/complaints/{id}/caller',
    'Whether the last four digits are those of the phone that complained; 404 when not',
    { tag, roles, query: callerQuery },
    callerView,
  ),
  get(
    '/api/v1/customers/{id}/views',
    'Who was shown the name and numbers of a customer',
    { tag, roles: ['manager', 'admin'] },
    views,
  ),
  filed('callbacks', callbackBody, callbackFiled),
  filed('surveys', surveyBody, surveyFiled),
  {
    method: 'post',
    path: '/api/v1/events',
    summary:
      'File CloudEvents, binary, structured or batched; source and id are the idempotency key',
    tag,
    roles,
    body: z.unknown().meta({
      description:
        'with `ce-` headers the data alone; as `application/cloudevents+json` one event, as `application/cloudevents-batch+json` an array of them',
    }),
    bodyMediaTypes: ['application/cloudevents+json', 'application/cloudevents-batch+json'],
    answers: {
      201: { description: 'Committed; what filing the same over its own path answers' },
      207: { ...items, description: 'A batch: one answer per event' },
    },
  },
  get(
    '/api/v1/customers',
    'Customers a page at a time, the one with a phone, or the first ones that a text finds',
    {
      ...{ tag, roles },
      query: customerListQuery,
    },
    page(customerView),
  ),
  get('/api/v1/customers/{id}', 'One customer', { tag, roles }, customerView),
  {
    method: 'post',
    path: '/api/v1/customers',
    summary: 'Register a customer; one with the same phone is found instead',
    tag,
    roles,
    body: customerBody,
    answers: {
      201: { description: 'Registered', schema: customerView },
      200: { description: 'Known already', schema: customerView },
    },
  },
  {
    method: 'post',
    path: '/api/v1/customers/imports',
    summary:
      'Register up to 500 customers, or bring those with the same phone up to date; each by itself, so that the rest is taken where some are refused',
    tag,
    roles: ['admin'],
    body: customerImportBody,
    answers: {
      207: { description: 'What became of each, or would', schema: customerImportView },
    },
  },
  {
    method: 'patch',
    path: '/api/v1/customers/{id}',
    summary: 'Change a customer',
    tag,
    roles,
    body: customerChange,
    answers: { 200: { description: 'Changed', schema: customerView } },
  },
  get('/api/v1/organisation', 'Units, agents, categories and products', { tag }, organisationView),
  {
    method: 'post',
    path: '/api/v1/organisation',
    summary: 'Create or replace units, agents, categories and products; the rest stays',
    tag,
    roles: ['admin'],
    body: organisationBody,
    answers: {
      200: { description: 'Defined', schema: z.object({ changed: z.number().int() }) },
    },
  },
  get(
    '/api/v1/organisation/{kind}/{code}/history',
    'How a unit, an agent, a category or a product was defined over time, the latest first',
    { tag, roles: ['manager', 'admin'], query: definitionHistoryQuery },
    definitionHistoryView,
  ),
  {
    method: 'post',
    path: '/api/v1/organisation/imports',
    summary:
      'Take units, agents, categories and products from a CSV file, all of it or nothing; every problem names its line',
    tag,
    roles: ['admin'],
    body: organisationImportBody,
    answers: {
      200: { description: 'What became of each line, or would', schema: organisationImportView },
    },
  },
];
