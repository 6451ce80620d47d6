import { z } from 'zod';
import { personalViewView } from '../api/case-bodies.js';
import {
  questionAnswerBody,
  questionBody,
  questionListQuery,
  questionReviewBody,
  questionView,
  standardAnswerBody,
  standardAnswersView,
  standardAnswerView,
  standardMatchesView,
  standardPublishQuery,
  standardQuestion,
  standardVersionQuery,
} from '../api/standard-bodies.js';
import { get } from './route.js';
import type { Route } from './route.js';

const desks = { tag: 'intake', roles: ['agent', 'supervisor', 'manager', 'admin'] } as const;
const reviewers = ['supervisor', 'manager', 'admin'] as const;

export const standardRoutes: readonly Route[] = [
  get(
    '/api/v1/standard-answers',
    'Types of questions with the one wording for each tier of customers',
    desks,
    standardAnswersView,
  ),
  {
    method: 'post',
    path: '/api/v1/standard-answers/find',
    summary: 'The standards that answer a question, in the wording for a tier; nothing is stored',
    ...desks,
    body: standardQuestion,
    answers: { 200: { description: 'What fits, best first', schema: standardMatchesView } },
  },
  get(
    '/api/v1/standard-answers/{code}',
    'One standard answer, in force or in an earlier version',
    { ...desks, query: standardVersionQuery },
    standardAnswerView,
  ),
  {
    method: 'put',
    path: '/api/v1/standard-answers/{code}',
    summary: 'Publish a standard answer; the versions before are kept',
    tag: 'intake',
    roles: reviewers,
    query: standardPublishQuery,
    body: standardAnswerBody,
    answers: { 200: { description: 'In force', schema: standardAnswerView } },
  },
  {
    method: 'post',
    path: '/api/v1/questions',
    summary: 'Note what somebody asked; without a standard it waits for a review',
    ...desks,
    body: questionBody,
    answers: {
      201: { description: 'Noted', schema: questionView },
      200: { description: 'Known already by its `externalId`', schema: questionView },
    },
  },
  get(
    '/api/v1/questions',
    'Questions by what becomes of them, everybody’s or one’s own, by age or by promise',
    { ...desks, query: questionListQuery },
    z.object({ items: z.array(questionView), next: z.string().nullable() }),
  ),
  get(
    '/api/v1/questions/{id}/views',
    'Who read a question',
    { tag: 'intake', roles: ['manager', 'admin'] },
    z.object({ items: z.array(personalViewView) }),
  ),
  {
    method: 'post',
    path: '/api/v1/questions/{id}/review',
    summary: 'Say which standard answers a question that waits, or dismiss it',
    tag: 'intake',
    roles: reviewers,
    body: questionReviewBody,
    answers: { 200: { description: 'Reviewed', schema: questionView } },
  },
  {
    method: 'post',
    path: '/api/v1/questions/{id}/answer',
    summary: 'Say that a customer has the answer that was promised',
    ...desks,
    body: questionAnswerBody,
    answers: { 200: { description: 'Answered', schema: questionView } },
  },
];
