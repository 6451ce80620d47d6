import type { Migration } from '#platform';

/** Rosters and absences, every version. */
export const dutyMigrations: readonly Migration[] = [
  {
    name: '0201-duty',
    sql: `
      create table duty_versions (
        version int primary key, body text not null, published_by text not null, published_at bigint not null
      );
    `,
  },
];
