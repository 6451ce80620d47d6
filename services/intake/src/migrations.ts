import { personalViewsMigration } from '#platform';
import type { Migration } from '#platform';
import { changeMigrations } from './changes/change-rows.js';
import { draftMigrations } from './drafts/draft-migrations.js';
import { partyPhoneMigrations } from './parties/party-phone-rows.js';
import { searchMigrations } from './search/search-migrations.js';
import { standardMigrations } from './standards/standard-migrations.js';
import { suggestionMigrations } from './suggestions/suggestion-migrations.js';

/** The tables of intake; personal text lies in them in plain and is deleted at erasure, but for drafts, which are sealed. */
export const intakeMigrations: Migration[] = [
  {
    name: '2026-11-23-100-customers',
    sql: `CREATE TABLE customers (
      id uuid PRIMARY KEY,
      name text,
      phone text,
      lookup_hash text UNIQUE,
      email text,
      tier text NOT NULL,
      anonymous boolean NOT NULL,
      created_at timestamptz NOT NULL
    )`,
  },
  {
    name: '2026-11-23-110-filings',
    sql: `CREATE TABLE complaints (
      id uuid PRIMARY KEY,
      number text NOT NULL UNIQUE,
      customer_id uuid NOT NULL REFERENCES customers,
      channel text NOT NULL,
      category text NOT NULL,
      severity text NOT NULL,
      organisation text,
      product text,
      statement text NOT NULL,
      remedy_sought text,
      external_id text,
      received_at timestamptz NOT NULL,
      created_at timestamptz NOT NULL
    );
    CREATE INDEX complaints_customer ON complaints (customer_id);
    CREATE TABLE callbacks (
      id uuid PRIMARY KEY,
      case_id uuid NOT NULL,
      type text NOT NULL,
      outcome text NOT NULL,
      satisfied boolean,
      note text,
      at timestamptz NOT NULL
    );
    CREATE TABLE surveys (
      id uuid PRIMARY KEY,
      case_id uuid,
      customer_id uuid,
      kind text NOT NULL,
      score int,
      comment text,
      answered_at timestamptz NOT NULL
    );
    CREATE TABLE case_number_years (year int PRIMARY KEY, last bigint NOT NULL)`,
  },
  {
    name: '2026-11-23-120-directory',
    sql: `CREATE TABLE directory (
      kind text NOT NULL,
      code text NOT NULL,
      name_zh text,
      name_en text,
      parent text,
      unit text,
      roles json,
      active boolean NOT NULL,
      PRIMARY KEY (kind, code)
    )`,
  },
  {
    name: '2026-11-23-130-idempotency',
    sql: `CREATE TABLE idempotency_keys (
      scope text NOT NULL,
      key text NOT NULL,
      body_hash text NOT NULL,
      status int,
      answer json,
      created_at timestamptz NOT NULL,
      PRIMARY KEY (scope, key)
    );
    CREATE INDEX idempotency_keys_age ON idempotency_keys (created_at)`,
  },
  {
    name: '2026-11-23-140-imports',
    sql: `CREATE TABLE import_runs (
      id uuid PRIMARY KEY,
      mapping text NOT NULL,
      file text NOT NULL,
      as_of timestamptz,
      go_live boolean NOT NULL,
      started_at timestamptz NOT NULL,
      finished_at timestamptz,
      outcome json
    );
    CREATE TABLE import_rows (
      mapping text NOT NULL,
      row_key text NOT NULL,
      case_key text NOT NULL,
      at timestamptz NOT NULL,
      line bigint NOT NULL,
      content_hash text NOT NULL,
      interpreted json,
      PRIMARY KEY (mapping, row_key)
    );
    CREATE INDEX import_rows_pending ON import_rows (mapping, case_key) WHERE interpreted IS NOT NULL;
    CREATE TABLE import_cases (
      mapping text NOT NULL,
      case_key text NOT NULL,
      case_id uuid NOT NULL,
      received_at timestamptz NOT NULL,
      progress json NOT NULL,
      is_open boolean NOT NULL,
      judged_at timestamptz,
      is_live boolean NOT NULL DEFAULT false,
      PRIMARY KEY (mapping, case_key)
    );
    CREATE INDEX import_cases_open ON import_cases (mapping, case_key) WHERE is_open;
    CREATE TABLE import_rejections (
      run_id uuid NOT NULL REFERENCES import_runs,
      line bigint NOT NULL,
      field text NOT NULL,
      reason text NOT NULL
    );
    CREATE INDEX import_rejections_run ON import_rejections (run_id, line)`,
  },
  personalViewsMigration('2026-11-27-170-personal-views'),
  ...searchMigrations,
  ...suggestionMigrations,
  ...changeMigrations,
  ...standardMigrations,
  ...draftMigrations,
  {
    name: '2026-11-27-260-party',
    sql: `ALTER TABLE complaints ADD COLUMN party text`,
  },
  ...partyPhoneMigrations,
];
