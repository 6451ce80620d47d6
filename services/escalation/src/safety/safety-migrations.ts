import type { Migration } from '#platform';

/** The register of safety reports; the events of their cases are the truth. */
export const safetyMigrations: readonly Migration[] = [
  {
    name: '0260-safety-reports',
    sql: `
      create table safety_reports (
        case_id uuid primary key, number text not null, desk text not null, category text not null, product text,
        seriousness text[] not null default '{}',
        status text not null check (status in ('waiting', 'taken', 'reported', 'submitted', 'ended')),
        left_at bigint not null, reported_at bigint, submitted_at bigint, ended_at bigint
      );
      create index safety_reports_latest on safety_reports (left_at desc, case_id desc);
    `,
  },
];
