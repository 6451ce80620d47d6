import type { Migration } from '#platform';

/** What the daily look at the ladders found, one row a day, and who knows it. */
export const chainMigrations: readonly Migration[] = [
  {
    name: '0270-chain-checks',
    sql: `
      create table chain_checks (
        day text primary key, policy_version int not null, checked_at bigint not null, warnings text not null
      );
    `,
  },
  {
    // Which of them managers were mailed. Of what was found before nobody knows: they are told once more.
    name: '0466-mailed-gaps',
    sql: `alter table chain_checks add column mailed text not null default '[]'`,
  },
];
