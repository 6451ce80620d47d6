import type { Migration } from '#platform';

/**
 * What closed cases taught. Words are kept as keyed hashes only: nobody's name can be read from them, and
 * nothing needs to be unlearned when the text of a case is deleted.
 */
export const suggestionMigrations: Migration[] = [
  {
    name: '2026-11-27-255-suggestions',
    sql: `
      CREATE TABLE lessons (
        case_id uuid PRIMARY KEY,
        category text NOT NULL,
        learned boolean NOT NULL
      );
      CREATE TABLE learned_categories (
        category text PRIMARY KEY,
        cases bigint NOT NULL,
        terms bigint NOT NULL
      );
      CREATE TABLE learned_terms (
        hash text NOT NULL,
        category text NOT NULL,
        cases bigint NOT NULL,
        PRIMARY KEY (hash, category)
      );
    `,
  },
];
