import type { Migration } from '#platform';

/** What the daily look at the ladders found, one row a day. */
export const chainMigrations: readonly Migration[] = [
  {
    name: '0270-chain-checks',
    sql: `
      create table chain_checks (
        day text primary key, policy_version int not null, checked_at bigint not null, warnings text not null
      );
    `,
  },
];
