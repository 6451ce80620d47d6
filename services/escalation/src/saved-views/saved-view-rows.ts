import type { Role, SavedViewBody, SavedViewView } from '#contracts';
import { newId, Problem } from '#platform';
import type { Principal, Queries } from '#platform';

interface Row {
  id: string;
  ownerSub: string;
  owner: string;
  name: string;
  filters: string;
  columns: SavedViewView['columns'];
  sort: SavedViewView['sort'];
  sharedWith: Role[];
  savedAt: number;
}

/** So many a person: enough for every habit, too few to be a store of something else. */
const mostViews = 100;
const uniqueViolation = '23505';

const columns = `id, owner_sub as "ownerSub", owner, name, filters, columns, sort,
  shared_with as "sharedWith", saved_at::float8 as "savedAt"`;
const isShown = '(owner_sub = $1 or shared_with && $2::text[])';
/** What was shared outlives its owner's account: an administrator tidies up. */
const isChangeable = `(owner_sub = $1 or ('admin' = any($2::text[]) and shared_with <> '{}'))`;

/** One's own views, then those of others that are shared with one's roles. */
export async function listSavedViews(tx: Queries, caller: Principal): Promise<SavedViewView[]> {
  const rows = await tx.query<Row>(
    `select ${columns} from saved_views where ${isShown}
      order by owner_sub <> $1, name, id limit 1000`,
    [caller.sub, caller.roles],
  );
  return rows.map((row) => toView(row, caller));
}

/** @throws Problem `not-found`, also for one that is not shown to the caller */
export async function getSavedView(
  tx: Queries,
  id: string,
  caller: Principal,
): Promise<SavedViewView> {
  const [row] = await tx.query<Row>(
    `select ${columns} from saved_views where ${isShown} and id::text = $3`,
    [caller.sub, caller.roles, id],
  );
  return found(row, caller);
}

/** @throws Problem `validation` for a name that the caller has already, or for more than 100 views */
export async function addSavedView(
  tx: Queries,
  body: SavedViewBody,
  caller: Principal,
  now: number,
): Promise<SavedViewView> {
  const { name, filters, columns: shown, sort, sharedWith } = body;
  const kept = [name, JSON.stringify(filters), shown, sort, sharedWith];
  const rows = await named(name, () =>
    tx.query<Row>(
      `insert into saved_views (id, owner_sub, owner, name, filters, columns, sort, shared_with, saved_at)
       select $1::uuid, $2, $3, $4, $5, $6::text[], $7, $8::text[], $9::bigint
        where (select count(*) from saved_views where owner_sub = $2) < $10
       returning ${columns}`,
      [newId(now), caller.sub, caller.username, ...kept, now, mostViews],
    ),
  );
  if (rows[0]) return toView(rows[0], caller);
  const message = `${mostViews} views are kept already`;
  throw new Problem('validation', { errors: [{ path: 'name', rule: 'max', message }] });
}

/** @throws Problem `not-found`, also for one that the caller may not change */
export async function replaceSavedView(
  tx: Queries,
  id: string,
  body: SavedViewBody,
  caller: Principal,
  now: number,
): Promise<SavedViewView> {
  const { name, filters, columns: shown, sort, sharedWith } = body;
  const kept = [name, JSON.stringify(filters), shown, sort, sharedWith];
  const [row] = await named(name, () =>
    tx.query<Row>(
      `with changed as (
         update saved_views set name = $4, filters = $5, columns = $6, sort = $7, shared_with = $8,
           saved_at = $9 where ${isChangeable} and id::text = $3 returning *)
       select ${columns} from changed`,
      [caller.sub, caller.roles, id, ...kept, now],
    ),
  );
  return found(row, caller);
}

/** @throws Problem `not-found`, also for one that the caller may not change */
export async function dropSavedView(tx: Queries, id: string, caller: Principal): Promise<void> {
  const rows = await tx.query<{ id: string }>(
    `with gone as (delete from saved_views where ${isChangeable} and id::text = $3 returning id)
     select id from gone`,
    [caller.sub, caller.roles, id],
  );
  if (rows.length === 0) throw new Problem('not-found', { detail: 'no such view' });
}

async function named<T>(name: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if ((error as { code?: string }).code !== uniqueViolation) throw error;
    const message = `a view of this name is kept already: ${name}`;
    throw new Problem('validation', { errors: [{ path: 'name', rule: 'unique', message }] });
  }
}

function found(row: Row | undefined, caller: Principal): SavedViewView {
  if (!row) throw new Problem('not-found', { detail: 'no such view' });
  return toView(row, caller);
}

function toView(row: Row, { sub, roles }: Principal): SavedViewView {
  const { ownerSub, filters, savedAt, ...shown } = row;
  const isOwn = ownerSub === sub;
  return {
    ...shown,
    filters: JSON.parse(filters) as SavedViewView['filters'],
    isOwn,
    isChangeable: isOwn || (roles.includes('admin') && row.sharedWith.length > 0),
    savedAt: new Date(savedAt).toISOString(),
  };
}
