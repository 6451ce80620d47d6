import { QuestionOverdue } from '#contracts';
import type { EventStore } from '#eventing';
import { newId } from '#platform';
import type { Queries, Tx } from '#platform';
import { readHeads } from '../stream-heads.js';
import { readStandards } from './standard-rows.js';

/** So many are told in one transaction. */
const overdueBatch = 200;

const untold = `status = 'promised' AND overdue_at IS NULL`;

/** When the next promise runs out, a millisecond after its instant; undefined while none is under way. */
export async function nextRunOut(tx: Queries): Promise<number | undefined> {
  const [row] = await tx.query<{ due: Date | null }>(
    `SELECT min(due_at) AS due FROM questions WHERE ${untold}`,
  );
  return row?.due ? row.due.getTime() + 1 : undefined;
}

/**
 * Tells of each promise that has run out, once: the mark on its question commits with the event, and rows that
 * another process holds are left to that one, or to the next look.
 * @returns how many were told
 */
export async function tellRunOut(
  tx: Tx,
  { events }: { events: EventStore },
  now: number,
): Promise<number> {
  const rows = await tx.query<{ id: string; standard: string; dueAt: Date }>(
    `UPDATE questions SET overdue_at = to_timestamp($1::float8 / 1000)
      WHERE id IN (SELECT id FROM questions WHERE ${untold} AND due_at < to_timestamp($1::float8 / 1000)
                    ORDER BY due_at, id LIMIT ${overdueBatch} FOR UPDATE SKIP LOCKED)
      RETURNING id, standard, due_at AS "dueAt"`,
    [now],
  );
  if (rows.length === 0) return 0;
  const owners = new Map<string, string>();
  for (const code of new Set(rows.map(({ standard }) => standard))) {
    const [standard] = await readStandards(tx, code);
    owners.set(code, standard!.owner);
  }
  const streams = rows.map(({ id }) => `question-${id}`);
  const heads = await readHeads(tx, streams);
  const { type, topic } = QuestionOverdue;
  events.append(
    tx,
    rows.map(({ id: questionId, standard, dueAt }, index) => {
      const at = dueAt.toISOString();
      const data = { questionId, at, standard, owner: owners.get(standard)!, dueAt: at };
      const [key, headers] = [streams[index]!, { actor: 'timer' }];
      const occurredAt = dueAt.getTime();
      return {
        head: heads[index]!,
        events: [{ id: newId(now), type, topic, key, data, occurredAt, headers }],
      };
    }),
  );
  return rows.length;
}
