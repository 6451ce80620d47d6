import { expect } from '@jest/globals';
import type { EndpointCase } from './endpoint-case.js';

const path = '/api/v1/standard-answers';
const wording = { zh: '可以，先上门勘察。', en: 'Yes, after a survey.' };
const relocation = {
  ...{ name: { zh: '移表', en: 'Moving a meter' }, questions: ['燃气表可以移位吗'] },
  ...{ answerable: 'later', promisedMinutes: 2_880, tiers: { standard: { wording } } },
  owner: 'north',
};
const problem = (slug: string) => ({ type: `urn:clearline:problem:${slug}` });
const some = (item: object) => expect.arrayContaining([expect.objectContaining(item)]);

/** A question that nobody asked before, until its customer has the answer. */
export const standardCases: readonly EndpointCase[] = [
  { ...{ method: 'GET', path: `${path}/relocation`, as: 'agent' }, status: 404 },
  {
    method: 'PUT',
    path: `${path}/relocation?expectedVersion=0`,
    as: 'supervisor',
    body: relocation,
    status: 200,
    answer: { code: 'relocation', version: 1, isActive: true },
  },
  {
    method: 'PUT',
    path: `${path}/relocation?expectedVersion=0`,
    as: 'supervisor',
    body: relocation,
    status: 409,
    answer: { ...problem('stale-version'), version: 1 },
  },
  {
    method: 'GET',
    path: `${path}/relocation`,
    as: 'agent',
    status: 200,
    answer: { name: relocation.name, publishedBy: 'supervisor' },
  },
  {
    method: 'POST',
    path: `${path}/find`,
    as: 'agent',
    body: { question: '我家燃气表可以移位吗', tier: 'vip' },
    status: 200,
    answer: { items: [expect.objectContaining({ code: 'relocation', tier: 'standard', wording })] },
  },
  {
    method: 'POST',
    path: '/api/v1/questions',
    as: 'agent',
    body: ({ customer }) => ({
      ...{ text: '老表能换成智能表吗', channel: 'phone', customer: { id: customer } },
    }),
    status: 201,
    answer: { status: 'waiting', standard: null, dueAt: null },
    learn: ({ body }) => ({ question: String(body['id']) }),
  },
  {
    method: 'GET',
    path: '/api/v1/questions?status=waiting',
    as: 'supervisor',
    status: 200,
    answer: ({ question }) => ({ items: [expect.objectContaining({ id: question })], next: null }),
  },
  {
    method: 'POST',
    path: '/api/v1/questions/{question}/review',
    as: 'supervisor',
    body: { decision: 'standard', standard: 'relocation', example: '旧表换新表' },
    status: 200,
    answer: { status: 'promised', standard: 'relocation', owner: 'north' },
  },
  {
    method: 'GET',
    path: '/api/v1/questions?mine=true&status=promised&sort=due',
    as: 'agent',
    status: 200,
    answer: ({ question }) => ({ items: [expect.objectContaining({ id: question })], next: null }),
  },
  {
    method: 'POST',
    path: '/api/v1/questions/{question}/answer',
    as: 'agent',
    body: { channel: 'phone' },
    status: 200,
    answer: { status: 'answered', isLate: false },
  },
  {
    method: 'GET',
    path: '/api/v1/questions/{question}/views',
    as: 'manager',
    status: 200,
    answer: { items: some({ what: 'question', viewer: 'supervisor' }) },
  },
  {
    method: 'GET',
    path: `${path}/relocation?version=1`,
    as: 'agent',
    status: 200,
    answer: { version: 1, questions: relocation.questions },
  },
  { ...{ method: 'GET', path: `${path}/relocation?version=9`, as: 'agent' }, status: 404 },
  {
    method: 'GET',
    path,
    as: 'agent',
    status: 200,
    answer: { items: [expect.objectContaining({ code: 'relocation', version: 2, asked: 1 })] },
  },
];
