import type { Migration } from '#platform';

/** What lists of orders need; the events of their cases are the truth. */
export const orderMigrations: readonly Migration[] = [
  {
    name: '0190-orders',
    sql: `
      create table orders (
        id uuid primary key, case_id uuid not null, number text not null, kind text not null, unit text not null,
        due_at bigint not null, ended_at bigint,
        status text not null check (status in ('open', 'overdue', 'answered', 'declined', 'dropped'))
      );
      create index orders_by_due on orders (due_at, id);
      create index orders_waiting on orders (unit, due_at, id) where status in ('open', 'overdue');
    `,
  },
  {
    name: '0310-order-matters',
    sql: 'alter table orders add column matter text, add column problem_kind text;',
  },
];
