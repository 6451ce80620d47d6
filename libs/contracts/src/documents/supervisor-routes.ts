import { z } from 'zod';
import { bulkCommandAnswer, bulkCommandBody } from '../api/bulk-bodies.js';
import { incidentAnswerBody, incidentAnswerView } from '../api/incident-answer-bodies.js';
import { incidentCommandBody, incidentView } from '../api/incident-bodies.js';
import { taskForceView } from '../api/major-bodies.js';
import { caseRepeatsView } from '../api/repeat-bodies.js';
import {
  joinRequestBody,
  joinRequestListQuery,
  joinRequestView,
  waitingJoinView,
} from '../api/repeat-command-bodies.js';
import { get } from './route.js';
import type { Route } from './route.js';

export const supervisorRoutes: readonly Route[] = [
  {
    method: 'post',
    path: '/api/v1/cases/commands/{command}',
    summary: 'Give many cases the same command, up to 1 000 at once',
    tag: 'cases',
    roles: ['supervisor', 'manager', 'admin'],
    body: bulkCommandBody,
    answers: { 207: { description: 'One answer per case', schema: bulkCommandAnswer } },
  },
  {
    method: 'post',
    path: '/api/v1/cases/{id}/join-requests',
    summary: 'Ask to see a case of another unit; whoever has it decides',
    tag: 'cases',
    roles: ['agent', 'supervisor', 'manager', 'admin'],
    body: joinRequestBody,
    answers: { 201: { description: 'Asked', schema: joinRequestView } },
  },
  get(
    '/api/v1/join-requests',
    'Who waits to be let into a case that you see; who asked first comes first',
    {
      tag: 'cases',
      roles: ['agent', 'supervisor', 'manager', 'admin'],
      query: joinRequestListQuery,
    },
    z.object({ items: z.array(waitingJoinView), next: z.string().nullable() }),
  ),
  get(
    '/api/v1/cases/{id}/repeats',
    'Earlier complaints that a case likely repeats, and what was said of each',
    { tag: 'cases', roles: ['agent', 'supervisor', 'manager', 'admin'] },
    caseRepeatsView,
  ),
  get(
    '/api/v1/cases/{id}/task-force',
    'Who settles a major complaint together, and who has a say in it',
    { tag: 'cases', roles: ['agent', 'supervisor', 'manager', 'admin'] },
    taskForceView,
  ),
  get(
    '/api/v1/cases/{id}/incident',
    'The cases of the mass incident that a case stands for',
    { tag: 'cases', roles: ['agent', 'supervisor', 'manager', 'admin'] },
    incidentView,
  ),
  {
    method: 'post',
    path: '/api/v1/cases/{id}/incident/commands/{command}',
    summary:
      'Give all cases of a mass incident the same command, and last the one that stands for it',
    tag: 'cases',
    roles: ['supervisor', 'manager', 'admin'],
    body: incidentCommandBody,
    answers: { 207: { description: 'One answer per case', schema: bulkCommandAnswer } },
  },
  {
    method: 'put',
    path: '/api/v1/cases/{id}/incident/answers/{answer}',
    summary: "Send a message to each customer of a mass incident; the id is the caller's",
    tag: 'cases',
    roles: ['supervisor', 'manager', 'admin'],
    body: incidentAnswerBody,
    answers: { 207: { description: 'What became of each case', schema: incidentAnswerView } },
  },
  {
    method: 'post',
    path: '/api/v1/cases/{id}/incident/answers/{answer}/undo',
    summary: 'Take back all messages of an answer to a mass incident that have not left',
    tag: 'cases',
    roles: ['supervisor', 'manager', 'admin'],
    answers: { 207: { description: 'One answer per case', schema: bulkCommandAnswer } },
  },
];
