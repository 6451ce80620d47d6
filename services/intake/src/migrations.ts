import type { Migration } from '#platform';

/** The tables of intake; personal text lies in them in plain and is deleted at erasure. */
export const intakeMigrations: Migration[] = [
  {
    name: '2026-11-23-100-customers',
    sql: `CREATE TABLE customers (
      id uuid PRIMARY KEY,
      name text,
      phone text,
      phone_hash text UNIQUE,
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
];
