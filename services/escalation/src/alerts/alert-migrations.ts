import type { Migration } from '#platform';

/** Where an alert is on its ladder, and whom it told on the way. */
export const alertMigrations: readonly Migration[] = [
  {
    name: '0120-ladders',
    sql: `alter table alerts add ladder text, add step text, add told text;`,
  },
  {
    // Unknown of those who were defined before, until they are again.
    name: '0121-roles',
    sql: `alter table agents add roles text;`,
  },
  {
    // Of alerts without a ladder, which have no level of a policy that says so.
    name: '0122-desks',
    sql: `alter table alerts add unit text, add desk text;`,
  },
  {
    // Agents read what tells their desk: a few among all that supervisors are told.
    name: '0123-desk-alerts',
    sql: `create index alerts_of_desks on alerts (raised_at desc, id desc) where desk is not null;`,
  },
  {
    // Of those that wait, whose clock stopped is known from their case; when they climb, once they climb again.
    name: '0410-urgency',
    sql: `
      alter table alerts add clock_id text, add next_at bigint, add stopped_at bigint;
      create index alerts_waiting on alerts (case_id) where acknowledged_at is null;
      update alerts a set clock_id = clock ->> 'clockId', stopped_at = (clock ->> 'stoppedAt')::bigint
        from cases c, json_array_elements(c.state::json -> 'clocks') clock
       where a.acknowledged_at is null and c.id = a.case_id
         and clock ->> 'kind' = a.kind and (clock ->> 'dueAt')::bigint = a.due_at;
    `,
  },
];
