import type { Migration } from '#platform';

/**
 * What lists and figures of queues need; the events of their cases are the truth. A case has its queue in its
 * row from the first change after this on.
 */
export const queueMigrations: readonly Migration[] = [
  {
    name: '0280-queues',
    sql: `
      alter table cases add column queue text;
      create index cases_of_queue on cases (queue, received_at desc, id desc) where queue is not null;
      create table handlings (
        id uuid primary key, case_id uuid not null, at bigint not null, agent text not null, queue text,
        activity text not null, seconds int not null, cost double precision,
        is_over_target boolean not null, is_over_limit boolean not null
      );
      create index handlings_by_time on handlings (at);
      create index handlings_of_case on handlings (case_id);
    `,
  },
];
