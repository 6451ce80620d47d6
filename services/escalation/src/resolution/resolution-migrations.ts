import type { Migration } from '#platform';

/** What lists of preventive actions need; the events of their cases are the truth. */
export const resolutionMigrations: readonly Migration[] = [
  {
    name: '0160-preventive-actions',
    sql: `
      create table preventive_actions (
        id uuid primary key, case_id uuid not null, number text not null, owner text not null,
        due_at bigint not null, status text not null check (status in ('open', 'overdue', 'done')), done_at bigint
      );
      create index preventive_actions_by_due on preventive_actions (due_at, id);
    `,
  },
  {
    name: '0450-dropped-actions',
    sql: `
      alter table preventive_actions drop constraint preventive_actions_status_check;
      alter table preventive_actions add constraint preventive_actions_status_check
        check (status in ('open', 'overdue', 'done', 'dropped'));
    `,
  },
  {
    name: '0460-concerned',
    sql: `alter table preventive_actions add column concerns text;`,
  },
];
