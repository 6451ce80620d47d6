import type { Migration } from '#platform';

/** Which unit an agent belongs to, and which one each unit is beneath. */
export const departmentMigrations: Migration[] = [
  {
    name: '0140-units',
    sql: `
      alter table directory add column parent text;
      alter table agents add column if not exists unit text;
    `,
  },
  {
    // Each request of an agent goes from their unit down to all beneath it.
    name: '0462-units-beneath',
    sql: `create index units_beneath on directory (parent) where kind = 'unit';`,
  },
];
