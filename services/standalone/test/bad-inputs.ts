export const complaint = (changes = {}) => ({
  channel: 'phone',
  customer: { name: '张伟', phone: '13800138000' },
  category: 'billing',
  statement: '重复扣费',
  ...changes,
});
const survey = (changes = {}) => ({ kind: 'csat', score: 4, ...changes });
const callback = (changes = {}) => ({
  type: 'resolution',
  outcome: 'reached',
  at: new Date().toISOString(),
  ...changes,
});
export const cloudEvent = (changes = {}) => ({
  specversion: '1.0',
  id: 'e-1',
  source: '/crm',
  type: 'clearline.inbound.complaint.v1',
  data: complaint(),
  ...changes,
});
const binary = (changes = {}) => ({
  'content-type': 'application/json',
  'ce-specversion': '1.0',
  'ce-id': 'e-2',
  'ce-source': '/crm',
  'ce-type': 'clearline.inbound.complaint.v1',
  ...changes,
});

export const json = { 'content-type': 'application/json' };
export const structured = { 'content-type': 'application/cloudevents+json' };
export const utf8 = (value: unknown) => JSON.stringify(value);
const minutesAhead = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
const unknownId = '01963b1c-7a00-7000-8000-00000000dead';

/** A request that must be refused, and how. */
export interface BadInput {
  title: string;
  user?: string;
  /** A path, or a command on a case. */
  path?: string;
  body: (caseId: string) => string | Buffer;
  headers?: Record<string, string>;
  status: number;
  slug: string;
  /** Path of a field that the answer names. */
  field?: string;
}

const invalid = (
  title: string,
  field: string,
  body: BadInput['body'],
  more: Pick<BadInput, 'user' | 'path' | 'headers'> = {},
): BadInput => ({ title, body, status: 422, slug: 'validation', field, ...more });
const onEvents = { path: '/api/v1/events' };
const asEvent = { ...onEvents, headers: structured };

const policies = { user: 'manager', path: '/api/v1/policies' };
const yaml = { 'content-type': 'application/yaml' };
const policyInputs: readonly BadInput[] = [
  invalid('a policy that is null', '', () => 'null', policies),
  invalid('a policy that is a list', '', () => '[]', policies),
  invalid('a policy of nothing', '', () => '', policies),
  invalid('a policy of wrong types', 'rules', () => utf8({ id: 1, rules: 'all' }), policies),
  invalid('a policy with a key of the prototype', 'rules', () => '{"__proto__": {}}', policies),
  invalid('a policy that is no YAML', '', () => 'id: [', { ...policies, headers: yaml }),
  invalid(
    'a roll-back with more besides',
    'colour',
    () => utf8({ fromVersion: 1, colour: 1 }),
    policies,
  ),
  invalid('a version that is none', 'expectedVersion', () => '{}', {
    ...policies,
    path: '/api/v1/policies?expectedVersion=zero',
  }),
  invalid('a calendar of nothing', '', () => 'null', {
    user: 'supervisor',
    path: '/api/v1/calendars/validate',
  }),
  {
    title: 'a policy in XML',
    ...policies,
    headers: { 'content-type': 'text/xml' },
    body: () => '<policy/>',
    status: 415,
    slug: 'unsupported-media-type',
  },
  {
    title: 'a complaint in YAML',
    headers: yaml,
    body: () => 'channel: phone',
    status: 415,
    slug: 'unsupported-media-type',
  },
  {
    title: 'a roll-back to a version that never was',
    ...policies,
    body: () => utf8({ fromVersion: 99 }),
    status: 404,
    slug: 'not-found',
  },
  {
    title: 'a supervisor who publishes a policy',
    ...policies,
    user: 'supervisor',
    body: () => '{}',
    status: 403,
    slug: 'forbidden',
  },
];

const textInputs: readonly BadInput[] = [
  invalid('a complaint with NUL in its text', 'statement', () =>
    utf8(complaint({ statement: 'gas\0leak' })),
  ),
  invalid('a complaint with half a letter', 'customer.name', () =>
    utf8(complaint({ customer: { name: '张\uD840', phone: '13800138000' } })),
  ),
  invalid('a search for NUL', 'q', () => '{}', { path: '/api/v1/complaints?q=%00' }),
  invalid(
    'a session for a name with NUL',
    'username',
    () => utf8({ username: 'ad\0min', password: 'x' }),
    { user: 'nobody', path: '/api/v1/session' },
  ),
];

const session = { user: 'nobody', path: '/api/v1/session' };
const sessionInputs: readonly BadInput[] = [
  invalid('a session without a password', 'password', () => utf8({ username: 'agent' }), session),
  invalid(
    'a session with more besides',
    'stay',
    () => utf8({ username: 'agent', password: 'clearline-demo', stay: true }),
    session,
  ),
  invalid(
    'a session for an endless name',
    'username',
    () => utf8({ username: 'x'.repeat(101), password: 'x' }),
    session,
  ),
  {
    // What a form on a page of another site can send.
    title: 'a session by a form',
    ...session,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: () => 'username=agent&password=clearline-demo',
    status: 415,
    slug: 'unsupported-media-type',
  },
  {
    title: 'a session cookie that is none',
    user: 'nobody',
    headers: { ...json, cookie: 'clearline_session=e30.e30.e30', 'x-clearline-csrf': 'x' },
    body: () => utf8(complaint()),
    status: 401,
    slug: 'unauthenticated',
  },
  {
    title: 'a session cookie that is an API key',
    user: 'nobody',
    headers: { ...json, cookie: 'clearline_session=clk_0123456789', 'x-clearline-csrf': 'x' },
    body: () => utf8(complaint()),
    status: 401,
    slug: 'unauthenticated',
  },
];

export const badInputs: readonly BadInput[] = [
  invalid('an unknown field', 'colour', () => utf8(complaint({ colour: 'red' }))),
  invalid('a wrong type', 'severity', () => utf8(complaint({ severity: 3 }))),
  invalid('a missing field', 'statement', () => utf8({ ...complaint(), statement: undefined })),
  invalid('no JSON', '', () => '{"channel":'),
  invalid('an empty body', '', () => ''),
  invalid('null', '', () => 'null'),
  invalid('a key of the prototype', '', () => `{"__proto__": {"channel": "phone"}}`),
  invalid('bytes that are no UTF-8', '', () => Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d])),
  invalid('NUL in a text', 'statement', () => utf8(complaint({ statement: 'a\0b' }))),
  invalid('a lone surrogate in a text', 'statement', () =>
    utf8(complaint()).replace('重复扣费', '\\ud800'),
  ),
  {
    title: 'a body of 10 MB',
    body: () => utf8(complaint({ statement: 'x'.repeat(10_000_000) })),
    status: 413,
    slug: 'too-large',
  },
  invalid('a text longer than its field', 'statement', () =>
    utf8(complaint({ statement: 'x'.repeat(20_001) })),
  ),
  {
    title: 'another media type',
    headers: { 'content-type': 'text/xml' },
    body: () => '<complaint/>',
    status: 415,
    slug: 'unsupported-media-type',
  },
  invalid('an empty array', '', () => '[]'),
  invalid('an array of 1 001', '', () => utf8(Array.from({ length: 1_001 }, () => complaint()))),
  invalid('a time in the future', 'receivedAt', () =>
    utf8(complaint({ receivedAt: minutesAhead(6) })),
  ),
  invalid('what will happen in an hour', 'evidence.listen.happenedAt', () =>
    utf8(complaint({ evidence: { listen: { happenedAt: minutesAhead(60) } } })),
  ),
  invalid('a time before 1970', 'receivedAt', () =>
    utf8(complaint({ receivedAt: '1969-12-31T23:59:59Z' })),
  ),
  invalid('a time that is none', 'receivedAt', () =>
    utf8(complaint({ receivedAt: '2026-02-30T00:00:00Z' })),
  ),
  invalid('a due date before 1970', 'dueAt', () =>
    utf8(complaint({ dueAt: '1969-12-31T23:59:59Z' })),
  ),
  invalid('an unknown category', 'category', () => utf8(complaint({ category: 'nonsense' }))),
  invalid('an unknown unit', 'organisation', () => utf8(complaint({ organisation: 'nowhere' }))),
  invalid('an unknown product', 'product', () => utf8(complaint({ product: 'nothing' }))),
  invalid('evidence that names an unknown product', 'evidence.listen.product', () =>
    utf8(complaint({ evidence: { listen: { product: 'nothing' } } })),
  ),
  invalid('evidence that contradicts its complaint', 'evidence.establish.department', () =>
    utf8(complaint({ organisation: 'north', evidence: { establish: { department: 'south' } } })),
  ),
  invalid('evidence of a stage that is none', 'evidence.callback', () =>
    utf8(complaint({ evidence: { callback: {} } })),
  ),
  invalid('an unknown customer', 'customer.id', () =>
    utf8(complaint({ customer: { id: unknownId } })),
  ),
  invalid('a customer with a name alone', 'customer.phone', () =>
    utf8(complaint({ customer: { name: 'Li' } })),
  ),
  invalid('a customer of no tier', 'customer.tier', () =>
    utf8(complaint({ customer: { name: 'Li', phone: '13800138000', tier: 'gold' } })),
  ),
  invalid('a complaint without a channel', 'channel', () =>
    utf8(complaint({ channel: undefined })),
  ),
  invalid('a phone without digits', 'customer.phone', () =>
    utf8(complaint({ customer: { name: 'Li', phone: '------' } })),
  ),
  invalid('a callback of no case', 'caseId', () => utf8(callback()), {
    path: '/api/v1/callbacks',
  }),
  invalid('a callback of an unknown case', 'caseId', () => utf8(callback({ caseId: unknownId })), {
    path: '/api/v1/callbacks',
  }),
  invalid(
    'a callback of a mistyped case number',
    'caseId',
    () => utf8(callback({ caseId: '2026-0000001-0' })),
    { path: '/api/v1/callbacks' },
  ),
  invalid(
    'a callback in the future',
    'at',
    (caseId) => utf8(callback({ caseId, at: minutesAhead(6) })),
    { path: '/api/v1/callbacks' },
  ),
  invalid(
    'a survey answered before 1970',
    'answeredAt',
    (caseId) => utf8(survey({ caseId, answeredAt: '1969-12-31T23:59:59Z' })),
    { path: '/api/v1/surveys' },
  ),
  invalid('a survey of nobody', 'caseId', () => utf8(survey()), { path: '/api/v1/surveys' }),
  invalid('a score out of its range', 'score', (caseId) => utf8(survey({ caseId, score: 6 })), {
    path: '/api/v1/surveys',
  }),
  invalid(
    'a survey that answers nothing',
    'answers',
    (caseId) => utf8({ caseId, kind: 'csi', answers: {} }),
    { path: '/api/v1/surveys' },
  ),
  invalid(
    'a survey with the answers of another kind',
    'answers',
    (caseId) => utf8({ caseId, kind: 'servqual', answers: { speed: 7 } }),
    { path: '/api/v1/surveys' },
  ),
  invalid(
    'a score with answers beside it',
    'answers',
    (caseId) => utf8(survey({ caseId, answers: { speed: 7 } })),
    { path: '/api/v1/surveys' },
  ),
  invalid('an idempotency key of other characters', 'Idempotency-Key', () => utf8(complaint()), {
    headers: { ...json, 'idempotency-key': 'clé' },
  }),
  invalid(
    'an unknown event type',
    'type',
    () => utf8(cloudEvent({ type: 'com.example.complaint' })),
    asEvent,
  ),
  invalid(
    'an unknown version of an event',
    'type',
    () => utf8(cloudEvent({ type: 'clearline.inbound.complaint.v9' })),
    asEvent,
  ),
  invalid('an event without an id', 'id', () => utf8(cloudEvent({ id: undefined })), asEvent),
  invalid('an event with a time that is none', 'time', () => utf8(complaint()), {
    ...onEvents,
    headers: binary({ 'ce-time': 'yesterday' }),
  }),
  invalid(
    'an event header of another version of CloudEvents',
    'specversion',
    () => utf8(complaint()),
    { ...onEvents, headers: binary({ 'ce-specversion': '0.3' }) },
  ),
  invalid('an event header that is not percent-encoded', 'ce-source', () => utf8(complaint()), {
    ...onEvents,
    headers: binary({ 'ce-source': '%zz' }),
  }),
  invalid('an event header with NUL', 'source', () => utf8(complaint()), {
    ...onEvents,
    headers: binary({ 'ce-source': 'a%00b' }),
  }),
  invalid(
    'an event header with a name of other characters',
    'trace-parent',
    () => utf8(complaint()),
    { ...onEvents, headers: binary({ 'ce-trace-parent': 'x' }) },
  ),
  invalid(
    'an event whose data is an array',
    'data',
    () => utf8(cloudEvent({ data: [complaint()] })),
    asEvent,
  ),
  invalid('an event without data', '', () => utf8(cloudEvent({ data: undefined })), asEvent),
  invalid(
    'an event from the future',
    'receivedAt',
    () => utf8(cloudEvent({ id: 'future', time: minutesAhead(60) })),
    asEvent,
  ),
  invalid('an unknown agent', 'owner', () => utf8({ owner: 'a-999' }), {
    user: 'supervisor',
    path: 'assign',
  }),
  {
    title: 'a stale version',
    user: 'supervisor',
    path: 'assign',
    body: () => utf8({ owner: 'a-001', expectedVersion: 99 }),
    status: 409,
    slug: 'stale-version',
  },
  ...policyInputs,
  ...textInputs,
  ...sessionInputs,
  {
    title: 'a command that nobody knows',
    path: 'explode',
    body: () => '{}',
    status: 404,
    slug: 'not-found',
  },
  {
    title: 'no token',
    user: 'nobody',
    body: () => utf8(complaint()),
    status: 401,
    slug: 'unauthenticated',
  },
  {
    title: 'a token that is none',
    user: 'nobody',
    headers: { ...json, authorization: 'Bearer e30.e30.e30' },
    body: () => utf8(complaint()),
    status: 401,
    slug: 'unauthenticated',
  },
  {
    title: 'the wrong role',
    user: 'bi',
    body: () => utf8(complaint()),
    status: 403,
    slug: 'forbidden',
  },
  {
    title: 'an agent who defines the organisation',
    path: '/api/v1/organisation',
    body: () => '{}',
    status: 403,
    slug: 'forbidden',
  },
];
