import type { Migration } from '#platform';

/** Lists of cases that people keep, and by what they order them. */
export const savedViewMigrations: readonly Migration[] = [
  {
    name: '0400-saved-views',
    sql: `
      create table saved_views (
        id uuid primary key, owner_sub text not null, owner text not null, name text not null,
        filters text not null, columns text[] not null, sort text not null, shared_with text[] not null,
        saved_at bigint not null, unique (owner_sub, name)
      );
    `,
  },
  {
    // When the clock that rules a case is due: a case's next instant is often a warning before it.
    name: '0401-ruling-due',
    sql: `
      alter table cases add column ruling_due_at bigint;
      update cases set ruling_due_at = (
        select min((clock ->> 'dueAt')::bigint) from json_array_elements(state::json -> 'clocks') clock
         where clock ->> 'state' = 'running')
       where next_due_at is not null;
    `,
  },
];
