import type { EndpointCase } from './endpoint-case.js';

const night = {
  ...{ id: 'night', tz: 'Asia/Shanghai', firstDay: '2026-11-23', handover: '18:00', days: 7 },
  people: ['a-001'],
};
const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();
const command = (
  as: string,
  name: string,
  body: EndpointCase['body'],
  answer: object,
): EndpointCase => ({
  method: 'POST',
  path: `/api/v1/cases/{case}/commands/${name}`,
  as,
  body,
  status: 200,
  answer,
});

/** Whom alerts of a case do not reach, and when; at the end all are told again. */
export const ladderCases: readonly EndpointCase[] = [
  {
    method: 'PUT',
    path: '/api/v1/duty',
    as: 'supervisor',
    body: { rosters: [night] },
    status: 200,
    answer: { version: 1, publishedBy: 'supervisor' },
  },
  {
    method: 'GET',
    path: '/api/v1/duty',
    as: 'agent',
    status: 200,
    answer: { rosters: [{ id: 'night' }], absences: [] },
  },
  {
    method: 'GET',
    path: '/api/v1/duty/now',
    as: 'agent',
    status: 200,
    answer: { rosters: [{ roster: 'night', agentId: 'a-001', because: 'turn' }] },
  },
  command('manager', 'name-accused', { agents: ['a-001'] }, { conflicted: ['a-001'] }),
  command('manager', 'name-accused', { agents: [] }, { owner: 'a-001' }),
  command('agent', 'flag-threats', { threats: ['legal'] }, { threats: ['legal'] }),
  command('supervisor', 'snooze-reminders', () => ({ until: inAnHour(), reason: 'worked-on' }), {
    owner: 'a-001',
  }),
  command('supervisor', 'resume-reminders', {}, { owner: 'a-001' }),
];
