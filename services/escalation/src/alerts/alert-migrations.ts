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
];
