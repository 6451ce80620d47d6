import { expect } from '@jest/globals';
import { defaultCoach } from '../../escalation/src/coach/default-coach.js';
import type { EndpointCase } from './endpoint-case.js';
import { sampleComplaint } from './samples.js';

const problem = (slug: string) => ({ type: `urn:clearline:problem:${slug}` });
const some = <T>(item: T) => expect.arrayContaining([expect.objectContaining(item as object)]);
const triage = (body: object, answer: object, status = 200): EndpointCase => ({
  method: 'POST',
  path: '/api/v1/cases/{case}/commands/triage',
  as: 'agent',
  body,
  status,
  answer,
});
const check = (text: string, answer: object): EndpointCase => ({
  method: 'POST',
  path: '/api/v1/coach/check',
  as: 'agent',
  body: { text },
  status: 200,
  answer,
});

const unsaid = { emotionLevel: null, customerType: null };

/** A case at control is judged; what agents note about it is read by the coach, and leaves no mark on the case. */
export const triageCases: readonly EndpointCase[] = [
  triage({}, { ...problem('validation'), errors: some({ path: 'emotionLevel' }) }, 422),
  triage({ emotionLevel: 9 }, { errors: some({ rule: 'maximum:5' }) }, 422),
  triage(
    {
      severity: 'high',
      emotionLevel: 4,
      customerType: 'argumentative',
      note: '但是客户不听解释，我不能打断',
    },
    {
      severity: 'high',
      priority: 'high',
      missing: [],
      triage: { emotionLevel: 4, customerType: 'argumentative', complaintTier: 'difficult' },
      wording: [
        expect.objectContaining({
          field: 'note',
          phrase: '但是',
          start: 0,
          end: 2,
          advised: '同时／因为',
        }),
        expect.objectContaining({ field: 'note', phrase: '我不能' }),
      ],
    },
  ),
  triage(
    { complaintTier: 'escalated' },
    { triage: expect.objectContaining({ complaintTier: 'escalated' }) },
  ),
];

const banned = {
  ...{ id: 'zh-wait', language: 'zh-CN', phrase: '等等看', advised: '我在今天五点前答复您' },
  why: { zh: '没有时间', en: 'It names no time' },
};
/** Its advice is a pattern: somebody has to write what its dots stand for. */
const pattern = {
  ...{ id: 'zh-later', language: 'zh-CN', phrase: '回头再说', advised: '我在……前答复您' },
  why: { zh: '没有时间', en: 'It names no time' },
};
const edited = { ...defaultCoach, phrases: [banned, pattern] };
const publish = (
  as: string,
  body: object,
  status: number,
  answer: object,
  query = '',
): EndpointCase => ({
  method: 'PUT',
  path: `/api/v1/coach${query}`,
  as,
  body,
  status,
  answer,
});

/** What turns out to be critical while the agent listens is told to supervisors at once. */
const graveCases: readonly EndpointCase[] = [
  {
    method: 'POST',
    path: '/api/v1/complaints',
    as: 'agent',
    body: sampleComplaint,
    status: 201,
    learn: ({ body }) => ({ grave: String(body['caseId']) }),
  },
  {
    ...triage({ severity: 'critical' }, { priority: 'critical' }),
    path: '/api/v1/cases/{grave}/commands/triage',
    answer: { priority: 'critical', triage: { ...unsaid, complaintTier: 'major' } },
    isEventual: true,
  },
  {
    method: 'GET',
    path: '/api/v1/alerts?open=true',
    as: 'supervisor',
    status: 200,
    answer: ({ grave }) => ({ items: some({ caseId: grave, cause: 'critical' }) }),
  },
];

/** A callback's note is filed elsewhere and read all the same. */
const callbackCases: readonly EndpointCase[] = [
  {
    method: 'POST',
    path: '/api/v1/callbacks',
    as: 'agent',
    body: ({ grave: caseId }) => ({
      ...{ caseId, type: 'resolution', outcome: 'unreachable' },
      note: '无人接听，但是留了言，但是没有回电',
    }),
    status: 201,
  },
  {
    method: 'GET',
    path: '/api/v1/cases/{grave}/timeline',
    as: 'agent',
    status: 200,
    answer: {
      items: some({
        type: 'clearline.case.wording-flagged.v1',
        data: expect.objectContaining({
          found: [{ field: 'callback.note', phrase: 'zh-but', times: 2 }],
          coachVersion: 0,
          by: 'agent',
        }),
        texts: {},
      }),
    },
    isEventual: true,
  },
];

/** The coach's list is read, asked and edited; a case that has left control is not graded any more. */
export const coachCases: readonly EndpointCase[] = [
  ...graveCases,
  ...callbackCases,
  {
    ...triage({ severity: 'low' }, problem('illegal-transition'), 409),
    path: '/api/v1/cases/{solved}/commands/triage',
  },
  {
    method: 'GET',
    path: '/api/v1/coach',
    as: 'agent',
    status: 200,
    answer: {
      version: 0,
      publishedBy: 'system',
      phrases: some({ phrase: '我想我做不了' }),
      customerTypes: some({ type: 'domineering', name: { zh: '霸道', en: 'Domineering' } }),
      complaintTiers: some({
        tier: 'major',
        goal: { zh: expect.any(String), en: expect.any(String) },
      }),
    },
  },
  check('您好，我可以为您登记，因为还需要核实', {
    ...{ wording: [], severity: null, emotionLevel: null, threats: [], customerTypes: [] },
  }),
  check('家里漏气了，你们太过分，凭什么让我等，但是我不管，我要找律师', {
    wording: [expect.objectContaining({ id: 'zh-but' })],
    severity: { value: 'critical', because: ['漏气'] },
    emotionLevel: { value: 4, because: ['太过分'] },
    threats: [{ value: 'legal', because: ['找律师'] }],
    customerTypes: [
      expect.objectContaining({
        type: 'argumentative',
        because: ['凭什么'],
        hints: expect.any(Array),
      }),
    ],
  }),
  check("I can’t help you, but  it is COMPANY policy; I can't.", {
    wording: ['en-cannot', 'en-but', 'en-policy', 'en-cannot'].map((id) =>
      expect.objectContaining({ id }),
    ),
  }),
  publish('agent', edited, 403, problem('forbidden')),
  publish(
    'supervisor',
    edited,
    409,
    { ...problem('stale-version'), version: 0 },
    '?expectedVersion=7',
  ),
  publish('supervisor', { ...edited, phrases: [banned, banned] }, 422, {
    errors: some({ path: 'phrases[1]', rule: 'unique' }),
  }),
  publish(
    'supervisor',
    edited,
    200,
    { version: 1, publishedBy: 'supervisor' },
    '?expectedVersion=0',
  ),
  check('但是您等等看', {
    version: 1,
    wording: [expect.objectContaining({ id: 'zh-wait', start: 3 })],
  }),
];
