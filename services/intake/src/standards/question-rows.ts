import type { Channel, DismissReason, QuestionListQuery, QuestionView } from '#contracts';
import type { Queries, Tx } from '#platform';

export interface Question {
  id: string;
  askedAt: Date;
  askedBy: string;
  channel: Channel;
  customerId: string | null;
  status: QuestionView['status'];
  standard: string | null;
  dueAt: Date | null;
  text: string;
  decidedAt: Date | null;
  decidedBy: string | null;
  reason: DismissReason | null;
  isLate: boolean;
}

const columns = `id, asked_at AS "askedAt", asked_by AS "askedBy", channel, customer_id AS "customerId", status,
  standard, due_at AS "dueAt", text, decided_at AS "decidedAt", decided_by AS "decidedBy", reason, is_late AS "isLate"`;

/** Locked: whoever decides on a question keeps the order of its stream. */
export async function lockQuestion(tx: Tx, id: string): Promise<Question | undefined> {
  const sql = `SELECT ${columns} FROM questions WHERE id = $1 FOR UPDATE`;
  return (await tx.query<Question>(sql, [id]))[0];
}

export async function findByReference(
  tx: Queries,
  externalId: string,
): Promise<Question | undefined> {
  const sql = `SELECT ${columns} FROM questions WHERE external_id = $1`;
  return (await tx.query<Question>(sql, [externalId]))[0];
}

/** False where a question has this reference already. */
export async function insertQuestion(
  tx: Tx,
  question: Question,
  externalId: string | undefined,
): Promise<boolean> {
  const { id, askedAt, askedBy, channel, customerId, status, standard, dueAt, text } = question;
  const inserted = await tx.query(
    `INSERT INTO questions (id, external_id, asked_at, asked_by, channel, customer_id, status, standard, due_at, text)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (external_id) DO NOTHING RETURNING id`,
    [
      ...[id, externalId ?? null, askedAt, askedBy, channel, customerId],
      ...[status, standard, dueAt, text],
    ],
  );
  return inserted.length > 0;
}

export async function updateQuestion(tx: Tx, question: Question): Promise<void> {
  const { id, status, standard, dueAt, decidedAt, decidedBy, reason, isLate } = question;
  await tx.query(
    `UPDATE questions SET status = $2, standard = $3, due_at = $4, decided_at = $5, decided_by = $6, reason = $7,
       is_late = $8 WHERE id = $1`,
    [id, status, standard, dueAt, decidedAt, decidedBy, reason, isLate],
  );
}

/**
 * Whose questions: those that somebody noted, those of the standards that their units answer for, and those that people
 * of their units noted, while no standard says who answers.
 */
export interface QuestionOwner {
  by: string;
  units: readonly string[];
  standards: readonly string[];
}

/**
 * The oldest first, or those with a promise by when it runs out; late are those whose promise was not kept, or has run
 * out by now.
 */
export async function listQuestions(
  tx: Queries,
  { status, standard, late, sort, cursor, limit }: Omit<QuestionListQuery, 'mine' | 'texts'>,
  now: number,
  owner?: QuestionOwner,
): Promise<{ items: Question[]; next: string | null }> {
  const [at, id] = cursor?.split('_') ?? [null, null];
  const isLate = `(is_late OR status IN ('promised', 'waiting') AND due_at < to_timestamp($5::float8 / 1000))`;
  const place = sort === 'due' ? 'due_at' : 'asked_at';
  const rows = await tx.query<Question>(
    `SELECT ${columns} FROM questions
     WHERE ($1::text IS NULL OR status = $1) AND ($2::text IS NULL OR standard = $2)
       AND ($3::float8 IS NULL OR (${place}, id) > (to_timestamp($3::float8 / 1000), $4::uuid))
       AND ($6::boolean IS NULL OR ${isLate} = $6) AND ${place} IS NOT NULL
       AND ($8::text IS NULL OR asked_by = $8 OR standard = ANY($9::text[]) OR status = 'waiting' AND asked_by IN
         (SELECT code FROM directory WHERE kind = 'agent' AND unit = ANY($10::text[])))
     ORDER BY ${place}, id LIMIT $7`,
    [
      ...[status ?? null, standard ?? null, at, id, now],
      ...[late === undefined ? null : late === 'true', limit + 1],
      ...[owner?.by ?? null, owner?.standards ?? null, owner?.units ?? null],
    ],
  );
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const placeOf = ({ askedAt, dueAt }: Question) => (sort === 'due' ? dueAt! : askedAt).getTime();
  const next = rows.length > limit && last ? `${placeOf(last)}_${last.id}` : null;
  return { items, next };
}

/** How often each standard was asked for. */
export async function countAsked(tx: Queries): Promise<Map<string, number>> {
  const rows = await tx.query<{ standard: string; asked: number }>(
    `SELECT standard, count(*)::int AS asked FROM questions WHERE standard IS NOT NULL GROUP BY standard`,
  );
  return new Map(rows.map(({ standard, asked }) => [standard, asked]));
}

/** @param owners the unit that answers for each standard */
export function toQuestionView(
  { askedAt, dueAt, decidedAt, isLate, ...question }: Question,
  owners: ReadonlyMap<string, string>,
  now: number,
): QuestionView {
  const owner = question.standard === null ? undefined : owners.get(question.standard);
  const isOpen = question.status === 'promised' || question.status === 'waiting';
  const hasRunOut = isOpen && dueAt !== null && dueAt.getTime() < now;
  return {
    ...question,
    owner: owner ?? null,
    askedAt: askedAt.toISOString(),
    dueAt: dueAt?.toISOString() ?? null,
    decidedAt: decidedAt?.toISOString() ?? null,
    isLate: isLate || hasRunOut,
  };
}
