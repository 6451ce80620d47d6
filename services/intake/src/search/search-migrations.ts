import type { Migration } from '#platform';

/**
 * What search looks things up by, all of it indexes over what filing writes anyway: they are right in
 * the moment of the commit, go with the rows at an erasure, and cost filing no statement.
 * Chinese has no spaces, so a text is indexed by its characters; pairs of neighbours would find a little
 * less to check and cost filing eight times as much.
 */
export const searchMigrations: Migration[] = [
  {
    name: '2026-11-27-250-search',
    sql: `
      CREATE INDEX complaints_characters ON complaints
        USING gin (string_to_array(regexp_replace(statement, '[^㐀-鿿]+', '', 'g'), NULL));
      CREATE INDEX complaints_newest ON complaints (received_at DESC, id DESC);
      CREATE INDEX complaints_external ON complaints (external_id) WHERE external_id IS NOT NULL;
      CREATE INDEX customers_last_four ON customers (right(phone, 4)) WHERE phone IS NOT NULL;
      CREATE INDEX customers_name ON customers (lower(name) text_pattern_ops) WHERE name IS NOT NULL;
    `,
  },
];
