import { expect } from '@jest/globals';
import { defaultTemplates } from '../../escalation/src/messages/default-templates.js';
import type { EndpointCase } from './endpoint-case.js';

const problem = (slug: string) => ({ type: `urn:clearline:problem:${slug}` });
const some = <T>(item: T) => expect.arrayContaining([expect.objectContaining(item as object)]);
const refused = (path: string, rule: string) => ({
  ...problem('validation'),
  errors: some({ path, rule }),
});

const templates = (answer: object): EndpointCase => ({
  ...{ method: 'GET', path: '/api/v1/message-templates', as: 'agent', status: 200, answer },
});
const publish = (
  as: string,
  body: object,
  status: number,
  answer: object,
  query = '',
): EndpointCase => ({
  ...{ method: 'PUT', path: `/api/v1/message-templates${query}`, as, body, status, answer },
});
const approved = {
  ...{ id: 'zh-outage', kind: 'interim', language: 'zh-CN', name: '停水进展' },
  text: '{称呼}，您好！停水抢修预计{时间}完成。',
};
const edited = { templates: [...defaultTemplates.templates, approved] };

const draft = (
  method: 'GET' | 'PUT' | 'DELETE',
  status: number,
  answer?: object,
  body?: object,
  as = 'agent',
): EndpointCase => ({
  ...{ method, path: '/api/v1/cases/{settled}/draft', as, status },
  ...(answer && { answer }),
  ...(body && { body }),
});
const noteDraft = (
  method: 'GET' | 'PUT' | 'DELETE',
  status: number,
  answer?: object,
  body?: object,
  as = 'agent',
): EndpointCase => ({
  ...{ method, path: '/api/v1/cases/{settled}/note-draft', as, status },
  ...(answer && { answer }),
  ...(body && { body }),
});
const jotted = { text: '客户下午三点后方便接电话' };
const written = { kind: 'interim', channel: 'sms', text: approved.text, template: 'zh-outage' };
const to = 'wang@mail.example';
const begun = { ...written, channel: 'app' };
const hard = { ...begun, text: '请您等等看，今天会有结果。' };
const mail = { ...begun, channel: 'email', to, text: '王女士，您好！' };

/** Of a draft that is not there: it is begun, replaced and thrown away by who names the version that is kept. */
function versioned(name: 'draft' | 'note-draft', words: object): EndpointCase[] {
  const path = `/api/v1/cases/{settled}/${name}`;
  const put = (
    expected: (kept: number) => number,
    status: number,
    answer: object,
  ): EndpointCase => ({
    ...{ method: 'PUT', path, as: 'agent', status, answer },
    body: ({ draftVersion }) => ({ ...words, expectedVersion: expected(Number(draftVersion)) }),
    ...(status === 200 && { learn: ({ body }) => ({ draftVersion: String(body['version']) }) }),
  });
  const stale = { ...problem('stale-version'), version: expect.any(Number) };
  const drop = { method: 'DELETE', as: 'agent' } as const;
  return [
    // Another device has ended the one that was read.
    put(() => 7, 409, { ...stale, version: 0 }),
    put(() => 0, 200, { version: expect.any(Number) }),
    put(() => 0, 409, stale),
    put((kept) => kept, 200, { version: expect.any(Number) }),
    put((kept) => kept - 1, 409, stale),
    { ...drop, path: `${path}?expectedVersion=1`, status: 409, answer: stale },
    { ...drop, path: `${path}?expectedVersion={draftVersion}`, status: 204 },
    // What is gone is gone.
    { ...drop, path: `${path}?expectedVersion={draftVersion}`, status: 204 },
  ];
}

const send = (more: object, status: number, answer: object): EndpointCase => ({
  ...{ method: 'POST', path: '/api/v1/cases/{settled}/commands/send-message', as: 'agent' },
  body: ({ settledVersion }) => ({ expectedVersion: Number(settledVersion), ...begun, ...more }),
  ...{ status, answer },
});
const filled = { text: '王女士，您好！停水抢修预计今天五点完成。' };

const current: EndpointCase = {
  ...{ method: 'GET', path: '/api/v1/cases/{settled}', as: 'agent', status: 200 },
  learn: ({ body }) => ({ settledVersion: String(body['version']) }),
};
const redrive = (as: string, status: number, answer: object): EndpointCase => ({
  ...{ method: 'POST', path: '/api/v1/message-mails/{settled}/redrive', as, status, answer },
});

/** A message is written from approved wording, kept while it is written, and checked before it is held. */
export const messageCases: readonly EndpointCase[] = [
  templates({
    ...{ version: 0, publishedBy: 'system', sendsMail: false },
    templates: expect.arrayContaining(
      ['zh-CN', 'en'].map((language) => expect.objectContaining({ kind: 'final', language })),
    ),
  }),
  publish('agent', edited, 403, problem('forbidden')),
  publish('supervisor', { templates: [approved, approved] }, 422, {
    errors: some({ path: 'templates[1]', rule: 'unique' }),
  }),
  publish(
    'supervisor',
    edited,
    409,
    { ...problem('stale-version'), version: 0 },
    '?expectedVersion=7',
  ),
  publish(
    'supervisor',
    edited,
    200,
    { version: 1, publishedBy: 'supervisor' },
    '?expectedVersion=0',
  ),
  templates({ version: 1, templates: some({ id: 'zh-outage', text: approved.text }) }),

  draft('GET', 404, problem('not-found')),
  draft('PUT', 422, problem('validation'), written),
  draft('PUT', 200, { text: approved.text, wording: [] }, begun),
  draft('PUT', 200, { wording: [expect.objectContaining({ phrase: '等等看', start: 2 })] }, hard),
  draft('PUT', 200, mail, mail),
  draft('GET', 200, { ...mail, savedAt: expect.any(String) }),
  draft('GET', 404, problem('not-found'), undefined, 'supervisor'),
  draft('DELETE', 204),
  draft('GET', 404, problem('not-found')),
  ...versioned('draft', begun),
  draft('PUT', 200, {}, begun),

  noteDraft('GET', 404, problem('not-found')),
  noteDraft('PUT', 422, problem('validation'), { text: ' ' }),
  noteDraft('PUT', 200, jotted, jotted),
  noteDraft('GET', 200, { ...jotted, savedAt: expect.any(String) }),
  noteDraft('GET', 404, problem('not-found'), undefined, 'supervisor'),
  draft('GET', 200, { text: approved.text }),
  noteDraft('DELETE', 204),
  noteDraft('GET', 404, problem('not-found')),
  ...versioned('note-draft', jotted),
  noteDraft('PUT', 200, jotted, jotted),
  {
    ...{ method: 'POST', path: '/api/v1/cases/{settled}/commands/add-note', as: 'agent' },
    ...{ body: jotted, status: 200, answer: {} },
  },
  noteDraft('GET', 404, problem('not-found')),

  current,
  send({}, 422, refused('text', 'blank-left')),
  send({ ...filled, text: '我在……前答复您，今天五点' }, 422, refused('text', 'advice-left')),
  send({ ...filled, template: 'nobody' }, 422, refused('template', 'unknown-template')),
  send({ ...filled, kind: 'final' }, 422, refused('template', 'other-kind')),
  send({ ...filled, to }, 422, refused('to', 'no-address')),
  send({ ...filled, channel: 'email', to }, 422, refused('channel', 'no-mail-server')),
  draft('GET', 200, { text: approved.text }),
  send(filled, 200, {}),
  draft('GET', 404, problem('not-found')),
  {
    ...{ method: 'GET', path: '/api/v1/cases/{settled}/resolution', as: 'agent', status: 200 },
    answer: {
      messages: some({ ...filled, template: { id: 'zh-outage', version: 1 } }),
    },
  },

  {
    ...{ method: 'GET', path: '/api/v1/message-mails?case={settled}', as: 'agent', status: 200 },
    answer: { items: [], next: null },
  },
  redrive('agent', 403, problem('forbidden')),
  redrive('supervisor', 404, problem('not-found')),
];
