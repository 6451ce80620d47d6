import type { Migration } from '#platform';

/** 回避: whom a case is kept from, whatever else they are; null of most cases. */
export const conflictMigrations: readonly Migration[] = [
  {
    name: '0200-kept-from',
    sql: `alter table cases add column kept_from text[];`,
  },
];
