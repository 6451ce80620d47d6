import type { Migration } from '#platform';

/** Standard answers in every version, and what customers asked; the words of a question are personal. */
export const standardMigrations: readonly Migration[] = [
  {
    name: '2026-11-27-280-standard-answers',
    sql: `CREATE TABLE standard_answers (
      code text NOT NULL,
      version int NOT NULL,
      body text NOT NULL,
      published_by text NOT NULL,
      published_at timestamptz NOT NULL,
      PRIMARY KEY (code, version)
    );
    CREATE TABLE questions (
      id uuid PRIMARY KEY,
      external_id text UNIQUE,
      asked_at timestamptz NOT NULL,
      asked_by text NOT NULL,
      channel text NOT NULL,
      customer_id uuid,
      status text NOT NULL CHECK (status IN ('waiting', 'promised', 'answered', 'dismissed')),
      standard text,
      due_at timestamptz,
      text text NOT NULL,
      decided_at timestamptz,
      decided_by text,
      reason text,
      is_late boolean NOT NULL DEFAULT false
    );
    CREATE INDEX questions_by_status ON questions (status, asked_at, id);
    CREATE INDEX questions_by_standard ON questions (standard) WHERE standard IS NOT NULL`,
  },
  {
    name: '2026-11-28-310-promises-run-out',
    sql: `ALTER TABLE questions ADD COLUMN overdue_at timestamptz;
    CREATE INDEX questions_to_run_out ON questions (due_at, id) WHERE status = 'promised' AND overdue_at IS NULL`,
  },
  {
    // Whoever owes answers reads those, the most urgent first, however many were asked before.
    name: '2026-11-29-330-promises-by-due',
    sql: `CREATE INDEX questions_by_promise ON questions (due_at, id) WHERE status = 'promised'`,
  },
];
