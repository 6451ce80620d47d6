import type { Migration } from '#platform';

/** What lists of commands that wait for a second person need; the events of their cases are the truth. */
export const approvalMigrations: readonly Migration[] = [
  {
    name: '0300-approvals',
    sql: `
      create table approvals (
        id uuid primary key, case_id uuid not null, number text not null, command text not null, decides text not null,
        asked_at bigint not null, asked_by text not null, due_at bigint, decided_at bigint, decided_by text,
        status text not null check (status in ('asked', 'approved', 'refused', 'lapsed'))
      );
      create index approvals_by_asking on approvals (asked_at, id);
      create index approvals_waiting on approvals (case_id) where status = 'asked';
    `,
  },
];
