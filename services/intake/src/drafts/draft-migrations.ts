import type { Migration } from '#platform';

export const draftMigrations: readonly Migration[] = [
  {
    // The form is one sealed envelope: whoever reads the table reads no word of it.
    name: '2026-11-28-120-complaint-drafts',
    sql: `CREATE TABLE complaint_drafts (
      writer text PRIMARY KEY,
      version bigint NOT NULL,
      filing_key text NOT NULL,
      form text NOT NULL,
      saved_at timestamptz NOT NULL
    )`,
  },
];
