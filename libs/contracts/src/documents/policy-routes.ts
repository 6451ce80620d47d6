import { z } from 'zod';
import {
  calendarChecked,
  calendarMonthView,
  calendarQuery,
  calendarView,
  chainChecksView,
  chainsQuery,
  chainsView,
  dryRunQuery,
  dryRunView,
  policyApplicationView,
  policyBody,
  policyDiffView,
  policyListView,
  policyPublishQuery,
  policyRollback,
  policyVersionView,
} from '../api/policy-bodies.js';
import { promisesView } from '../api/promise-bodies.js';
import { whatIfQuery, whatIfView } from '../api/what-if-bodies.js';
import { get } from './route.js';
import type { Route } from './route.js';

const tag = 'cases';
const readers = { tag, roles: ['supervisor', 'manager', 'admin'] } as const;
const publishers = { tag, roles: ['manager', 'admin'] } as const;
const everyDesk = { tag, roles: ['agent', 'supervisor', 'manager', 'admin'] } as const;
/** The same content, whose problems then name their lines just as those of JSON do. */
const bodyMediaTypes = ['application/yaml'];

export const policyRoutes: readonly Route[] = [
  get(
    '/api/v1/policies',
    'The policy in force, and every version published',
    readers,
    policyListView,
  ),
  get(
    '/api/v1/promises',
    'By when customers are answered, in words, for everybody to read',
    { tag, open: true },
    promisesView,
  ),
  {
    method: 'put',
    path: '/api/v1/policies',
    summary: 'Publish a policy as the next version; open cases keep theirs unless asked otherwise',
    ...publishers,
    query: policyPublishQuery,
    body: policyBody,
    bodyMediaTypes,
    answers: { 200: { description: 'Published, with its version', schema: policyBody } },
  },
  {
    method: 'post',
    path: '/api/v1/policies',
    summary: 'Publish a policy, or an older version again: {fromVersion}',
    ...publishers,
    query: policyPublishQuery,
    body: z.union([policyRollback, policyBody]),
    bodyMediaTypes,
    answers: { 201: { description: 'Published, with its version', schema: policyBody } },
  },
  {
    method: 'post',
    path: '/api/v1/policies/chains',
    summary: 'Whom the alerts of a policy would tell, when, and what is wrong with its ladders',
    ...readers,
    query: chainsQuery,
    body: policyBody,
    bodyMediaTypes,
    answers: { 200: { description: 'Nobody was told', schema: chainsView } },
  },
  {
    method: 'post',
    path: '/api/v1/policies/dry-run',
    summary: 'What a policy would do to the clocks of open cases; nothing is changed',
    ...readers,
    query: dryRunQuery,
    body: policyBody,
    bodyMediaTypes,
    answers: { 200: { description: 'OK', schema: dryRunView } },
  },
  {
    method: 'post',
    path: '/api/v1/policies/what-if',
    summary: 'What the cases there were would have come to under a policy; nothing is changed',
    ...readers,
    query: whatIfQuery,
    body: policyBody,
    bodyMediaTypes,
    answers: { 200: { description: 'OK', schema: whatIfView } },
  },
  get(
    '/api/v1/policies/checks',
    'What was found wrong with the ladders of the policy in force, day by day',
    readers,
    chainChecksView,
  ),
  {
    method: 'post',
    path: '/api/v1/policies/checks',
    summary: 'Look at the ladders of the policy in force again, in place of what the day had',
    ...publishers,
    answers: { 200: { description: 'Looked at', schema: chainChecksView } },
  },
  get(
    '/api/v1/policies/{version}',
    'One version, with who published it',
    readers,
    policyVersionView,
  ),
  {
    method: 'post',
    path: '/api/v1/policies/{version}/apply',
    summary:
      'Take open cases over to the version in force; clocks that this changes are recalculated',
    ...publishers,
    answers: { 202: { description: 'Begun', schema: policyApplicationView } },
  },
  get(
    '/api/v1/policies/{version}/diff/{other}',
    'What another version changed',
    readers,
    policyDiffView,
  ),
  get(
    '/api/v1/calendars',
    'The business calendars of the policy in force, with their versions',
    everyDesk,
    z.object({ items: z.array(calendarView) }),
  ),
  get(
    '/api/v1/calendars/{id}',
    'One calendar, day by day of a month',
    { ...everyDesk, query: calendarQuery },
    calendarMonthView,
  ),
  {
    method: 'post',
    path: '/api/v1/calendars/validate',
    summary: 'Check a calendar: every problem it has, or none',
    ...readers,
    body: z.record(z.string(), z.unknown()).meta({ description: 'a calendar of a policy' }),
    bodyMediaTypes,
    answers: { 200: { description: 'It is valid', schema: calendarChecked } },
  },
];
