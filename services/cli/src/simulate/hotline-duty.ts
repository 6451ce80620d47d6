import type { DutyBody } from '#contracts';

/** Whom alerts of a passed due date and of a public threat name; a level of the policy says so. */
export const onCallRoster = 'on-call';

/** Supervisors take turns of a week, from Monday morning to Monday morning. */
export const hotlineDuty: DutyBody = {
  rosters: [
    {
      id: onCallRoster,
      title: '值班主管 / Supervisor on call',
      tz: 'Asia/Shanghai',
      firstDay: '2026-01-05',
      handover: '09:00',
      days: 7,
      people: ['s-001', 's-002'],
      overrides: [],
    },
  ],
  absences: [],
};
