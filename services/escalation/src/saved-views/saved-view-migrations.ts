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
  {
    // What lists are narrowed by beside what they were from the beginning.
    name: '0402-narrowed-by',
    sql: `
      alter table cases add column product text, add column channel text, add column severity text,
        add column tier text;
      update cases set product = dimensions ->> 'product', channel = dimensions ->> 'channel',
        severity = dimensions ->> 'severity', tier = dimensions ->> 'tier'
        from (select id as of, state::json -> 'dimensions' as dimensions from cases) known
       where known.of = cases.id;
    `,
  },
  {
    // What is past due for longest stands first, as its row shows: before, what was due next stood for it.
    name: '0403-late-first',
    sql: `
      alter table cases rename column ruling_due_at to foremost_due_at;
      update cases set foremost_due_at = (
        select min((clock ->> 'dueAt')::bigint) from json_array_elements(state::json -> 'clocks') clock
         where clock ->> 'state' = 'breached' and clock ->> 'stoppedAt' is null)
       where is_overdue;
    `,
  },
];
