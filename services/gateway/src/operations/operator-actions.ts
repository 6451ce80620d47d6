import { newId } from '#platform';
import type { Queries } from '#platform';

/** What a person did to the pipeline. Ids and counts, never the content of an event. */
export interface OperatorAction {
  actor: string;
  action: string;
  service: string;
  affected: number;
  /** Of what it was told: ids or a filter, shortened. */
  selection: unknown;
}

export interface RecordedAction extends OperatorAction {
  id: string;
  at: string;
}

const longestSelection = 20;

/** Notes an action in the same transaction as its effect: no effect without an entry. */
export async function recordAction(
  tx: Queries,
  { actor, action, service, affected, selection }: OperatorAction,
  now: number,
): Promise<void> {
  const kept =
    Array.isArray(selection) && selection.length > longestSelection
      ? [...(selection as unknown[]).slice(0, longestSelection), `${selection.length} in all`]
      : selection;
  await tx.query(
    `insert into operator_actions (id, at, actor, action, service, affected, selection)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [newId(now), now, actor, action, service, affected, JSON.stringify(kept)],
  );
}

/** The newest first; `before` is the id of the last one seen. */
export async function listActions(
  database: Queries,
  before: string | undefined,
  limit: number,
): Promise<RecordedAction[]> {
  const rows = await database.query<Omit<RecordedAction, 'at'> & { at: number }>(
    `select id, at::float8 as at, actor, action, service, affected, selection from operator_actions
      where $1::uuid is null or id < $1 order by id desc limit $2`,
    [before ?? null, limit],
  );
  return rows.map(({ at, selection, ...row }) => ({
    ...row,
    at: new Date(at).toISOString(),
    selection: JSON.parse(String(selection)) as unknown,
  }));
}
