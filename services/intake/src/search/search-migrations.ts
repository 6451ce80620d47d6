import type { Migration } from '#platform';

/** A prime, so that characters whose codes are evenly apart don't share one. */
export const classesOfCharacters = 61;

/**
 * What search looks things up by, all of it indexes over what filing writes anyway: they are right in
 * the moment of the commit, go with the rows at an erasure, and cost filing no statement.
 * Chinese has no spaces, so a text is indexed by its characters, each with the class of the one that follows:
 * what frequent characters, which most texts hold somewhere, have side by side. Characters alone gave tens of
 * thousands of texts to be read for nothing. Among 140 000 texts a further one costs 50 µs with an index of
 * characters, 96 with these, 235 with whole pairs, whose index is 3.6 times as large. The last character is
 * followed by a class of its own.
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
  {
    name: '2026-11-28-100-search-neighbours',
    sql: `
      CREATE FUNCTION neighbours(said text) RETURNS text[]
        LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
        DECLARE
          characters text[] := string_to_array(regexp_replace(said, '[^㐀-鿿]+', '', 'g'), NULL);
          last int := cardinality(characters);
        BEGIN
          FOR at IN 1 .. last LOOP
            characters[at] := characters[at] || chr(48 +
              CASE WHEN at < last THEN ascii(characters[at + 1]) % ${classesOfCharacters} ELSE ${classesOfCharacters} END);
          END LOOP;
          RETURN characters;
        END $$;
      CREATE INDEX complaints_neighbours ON complaints USING gin (neighbours(statement));
      DROP INDEX complaints_characters;
    `,
  },
  {
    // Letters only: a run of Chinese would be one long word that nobody looks for, and numbers are not said.
    name: '2026-11-29-100-search-words',
    sql: `
      CREATE FUNCTION said_words(said text) RETURNS tsvector
        LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
        RETURN to_tsvector('simple'::regconfig, regexp_replace(said, '[^A-Za-z]+', ' ', 'g'));
      CREATE FUNCTION name_words(name text) RETURNS tsvector
        LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
        RETURN to_tsvector('simple'::regconfig, name);
      CREATE INDEX complaints_words ON complaints USING gin (said_words(statement));
      CREATE INDEX customers_name_words ON customers USING gin (name_words(name)) WHERE name IS NOT NULL;
    `,
  },
  {
    // Facts from before are found with it: they lie where new ones do. Meanwhile nothing waits but further changes.
    name: '2026-11-30-100-search-facts',
    sql: `
      CREATE INDEX complaint_facts_neighbours ON complaint_changes
        USING gin (neighbours(changed ->> 'text')) WHERE (changed ->> 'text') IS NOT NULL;
      CREATE INDEX complaint_facts_words ON complaint_changes
        USING gin (said_words(changed ->> 'text')) WHERE (changed ->> 'text') IS NOT NULL;
    `,
  },
];
