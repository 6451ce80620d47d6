import type { DefinitionHistoryQuery, DefinitionHistoryView } from '#contracts';
import { Problem, type Queries } from '#platform';
import { changesBetween, type DefinedFacts } from '../domain/definition-changes.js';
import { streamOf, type DefinitionId } from './define-organisation.js';

interface Row {
  version: number;
  data: string;
  headers: string;
  occurredAt: number;
}

/**
 * A page of how something of the organisation was defined, the latest first. What was changed follows from the event
 * before, so one more than the page is read.
 * @throws Problem not-found when nothing was ever defined under this code
 */
export async function readDefinitionHistory(
  database: Queries,
  id: DefinitionId,
  { cursor, limit }: DefinitionHistoryQuery,
): Promise<DefinitionHistoryView> {
  const rows = await database.query<Row>(
    `SELECT sequence AS version, data, headers, occurred_at::float8 AS "occurredAt" FROM events
     WHERE stream = $1 AND ($2::int IS NULL OR sequence < $2) ORDER BY sequence DESC LIMIT $3`,
    [streamOf(id), cursor ?? null, limit + 1],
  );
  if (rows.length === 0 && cursor === undefined) throw new Problem('not-found');
  const page = rows.slice(0, limit);
  const items = page.map(({ version, data, headers, occurredAt }, index) => {
    const before = rows[index + 1];
    return {
      version,
      at: new Date(occurredAt).toISOString(),
      by: (JSON.parse(headers) as { actor?: string }).actor ?? null,
      changes: changesBetween(before && factsIn(before.data), factsIn(data)),
    };
  });
  return { items, next: rows.length > limit ? String(page.at(-1)!.version) : null };
}

const factsIn = (data: string) => JSON.parse(data) as DefinedFacts;
