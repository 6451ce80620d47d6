import type { Queries, Tx } from '#platform';
import type { FilingKind } from '../domain/filing-item.js';

export interface IdempotencyKey {
  /** Who asked and which route: a key of one client or path says nothing about another's. */
  scope: string;
  key: string;
  bodyHash: string;
}
export interface KeptAnswer {
  status: number;
  body: unknown;
}
export type Claim = 'claimed' | 'conflict' | KeptAnswer;

/** A client's tries again are paced by real time, so keys live by the database's clock, whatever ours plays. */
const keptFor = `interval '24 hours'`;

/** Of what somebody files themselves. */
export const scopeOf = (sub: string, kind: FilingKind): string => `${sub} ${kind}`;

/**
 * Claims keys for this transaction. A key that another transaction holds makes this one wait for its
 * outcome, so two requests with one key never both file. Keys are locked in order: no deadlock.
 * The caller must not pass one (scope, key) twice.
 */
export async function claimKeys(tx: Tx, keys: IdempotencyKey[]): Promise<Claim[]> {
  if (keys.length === 0) return [];
  const sorted = [...keys].sort((a, b) => compare(a, b));
  const claimed = await tx.query<{ scope: string; key: string }>(
    `INSERT INTO idempotency_keys AS kept (scope, key, body_hash, created_at)
     SELECT scope, key, "bodyHash", now()
     FROM json_to_recordset($1::json) AS k(scope text, key text, "bodyHash" text)
     ON CONFLICT (scope, key) DO UPDATE
       SET body_hash = excluded.body_hash, created_at = excluded.created_at, status = NULL, answer = NULL
       WHERE kept.created_at < now() - ${keptFor}
     RETURNING scope, key`,
    [JSON.stringify(sorted)],
  );
  const mine = new Set(claimed.map(name));
  const others = keys.filter((key) => !mine.has(name(key)));
  const kept = new Map<string, { bodyHash: string; status: number; answer: unknown }>();
  if (others.length > 0) {
    const rows = await tx.query<{
      scope: string;
      key: string;
      bodyHash: string;
      status: number;
      answer: unknown;
    }>(
      `SELECT kept.scope, kept.key, kept.body_hash AS "bodyHash", kept.status, kept.answer
       FROM idempotency_keys kept
       JOIN json_to_recordset($1::json) AS k(scope text, key text) USING (scope, key)`,
      [JSON.stringify(others)],
    );
    for (const row of rows) kept.set(name(row), row);
  }
  return keys.map((key) => {
    if (mine.has(name(key))) return 'claimed';
    const row = kept.get(name(key));
    if (!row || row.bodyHash !== key.bodyHash) return 'conflict';
    return { status: row.status, body: row.answer };
  });
}

/** Keeps the answers of successful requests and lets go of the keys of refused ones. */
export function keepAnswers(tx: Tx, answers: { key: IdempotencyKey; answer: KeptAnswer }[]): void {
  const isKept = (status: number) => status >= 200 && status < 300;
  const kept = answers.filter(({ answer }) => isKept(answer.status));
  const refused = answers.filter(({ answer }) => !isKept(answer.status));
  if (kept.length > 0) {
    const updated = tx.query(
      `UPDATE idempotency_keys SET status = k.status, answer = k.answer
       FROM json_to_recordset($1::json) AS k(scope text, key text, status int, answer json)
       WHERE idempotency_keys.scope = k.scope AND idempotency_keys.key = k.key`,
      [
        JSON.stringify(
          kept.map(({ key, answer }) => ({
            scope: key.scope,
            key: key.key,
            status: answer.status,
            answer: answer.body,
          })),
        ),
      ],
    );
    tx.settle(updated);
  }
  if (refused.length > 0) {
    const deleted = tx.query(
      `DELETE FROM idempotency_keys USING json_to_recordset($1::json) AS k(scope text, key text)
       WHERE idempotency_keys.scope = k.scope AND idempotency_keys.key = k.key`,
      [JSON.stringify(refused.map(({ key }) => ({ scope: key.scope, key: key.key })))],
    );
    tx.settle(deleted);
  }
}

/** Deletes keys past their 24 hours. */
export async function forgetExpiredKeys(tx: Queries): Promise<void> {
  await tx.query(`DELETE FROM idempotency_keys WHERE created_at < now() - ${keptFor}`);
}

function name(key: { scope: string; key: string }): string {
  return `${key.scope}\n${key.key}`;
}

function compare(a: IdempotencyKey, b: IdempotencyKey): number {
  return name(a) < name(b) ? -1 : 1;
}
