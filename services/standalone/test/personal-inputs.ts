const person = { name: '欧阳秘密', phone: '13977770001', email: 'ouyang.mimi@mail.example' };
const statement = '不可泄露的陈述：住址在海港路九号';

/** Personal data of nobody who is simulated: of requests and records that are refused. */
export const secrets = [...Object.values(person), statement];

const complaint = { channel: 'phone', category: 'billing', statement, customer: person };
const nobody = '01963b1c-7a00-7000-8000-00000000dead';

/** A record for an inbound topic that is refused for good. */
export const refusedRecord = { ...complaint, category: 'nowhere' };

/** What somebody takes down of a caller nobody knows. */
export const personalDraft = {
  ...{ expectedVersion: 0, key: 'draft-1' },
  form: {
    ...{ channel: 'phone', name: person.name, phone: person.phone, tier: 'standard' },
    ...{ isAnonymous: false, statement, severity: 'normal', threats: [], evidence: {} },
  },
};

/** Who takes part in somebody's case. */
export const personalParty = {
  role: 'tenant',
  name: person.name,
  phone: person.phone,
  mayBeTold: true,
  isContact: true,
};

/** Requests that are refused, each full of personal data. */
export const badPersonalInputs: { path: string; method?: 'PUT'; body: unknown }[] = [
  { path: '/api/v1/complaints', body: { ...complaint, category: 'nowhere' } },
  { path: '/api/v1/complaints', body: { ...complaint, colour: statement } },
  { path: '/api/v1/complaints', body: { ...complaint, channel: statement } },
  { path: '/api/v1/complaints', body: { ...complaint, severity: person.name } },
  { path: '/api/v1/complaints', body: { ...complaint, organisation: person.name } },
  { path: '/api/v1/complaints', body: { ...complaint, statement: `${statement}\0` } },
  { path: '/api/v1/complaints', body: { ...complaint, receivedAt: person.phone } },
  {
    path: '/api/v1/complaints',
    body: { ...complaint, customer: { ...person, email: `${person.email} ${person.phone}` } },
  },
  { path: '/api/v1/callbacks', body: { caseId: nobody, type: 'x', outcome: person.name } },
  { path: '/api/v1/surveys', body: { caseId: nobody, kind: 'csat', score: 9, comment: statement } },
  { path: '/api/v1/customers', body: { ...person, tier: statement } },
  { path: '/api/v1/customers', body: { ...person, name: `${person.name}\0` } },
  { path: '/api/v1/events', body: { data: complaint } },
  { path: `/api/v1/cases/${nobody}/commands/resolve`, body: { resolution: statement } },
  { path: '/api/v1/intake-draft', method: 'PUT', body: { ...personalDraft, key: statement } },
  { path: '/api/v1/login', body: { username: person.name, password: statement } },
];
