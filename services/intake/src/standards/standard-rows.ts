import type { StandardAnswerBody, StandardAnswerView } from '#contracts';
import type { Queries } from '#platform';

interface Row {
  code: string;
  version: number;
  body: string;
  by: string;
  at: Date;
}

const columns = `code, version, body, published_by AS by, published_at AS at`;

/** Every standard answer in force, or one of them. */
export async function readStandards(tx: Queries, code?: string): Promise<StandardAnswerView[]> {
  const rows = await tx.query<Row>(
    `SELECT DISTINCT ON (code) ${columns} FROM standard_answers
     WHERE $1::text IS NULL OR code = $1 ORDER BY code, version DESC`,
    [code ?? null],
  );
  return rows.map(toView);
}

/** These versions of these codes. */
export async function readVersions(
  tx: Queries,
  wanted: readonly { code: string; version: number }[],
): Promise<StandardAnswerView[]> {
  const rows = await tx.query<Row>(
    `SELECT ${columns} FROM standard_answers
     JOIN json_to_recordset($1::json) AS w(code text, version int) USING (code, version)`,
    [JSON.stringify(wanted)],
  );
  return rows.map(toView);
}

const toView = ({ body, by, at, ...row }: Row): StandardAnswerView => ({
  ...row,
  publishedBy: by,
  publishedAt: at.toISOString(),
  ...(JSON.parse(body) as StandardAnswerBody),
});

/** False where that version is there already: somebody else was quicker. */
export async function insertStandard(
  tx: Queries,
  { code, version, body, by, at }: Row,
): Promise<boolean> {
  const inserted = await tx.query(
    `INSERT INTO standard_answers (code, version, body, published_by, published_at)
     VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING RETURNING version`,
    [code, version, body, by, at],
  );
  return inserted.length > 0;
}
