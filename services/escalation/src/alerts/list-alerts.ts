import type { AlertListQuery } from '#contracts';
import type { Queries } from '#platform';
import { seenCondition, seenParameters } from '../access/seen-cases.js';
import type { AlertAccess } from './alert-access.js';
import { alertColumns } from './alert-views.js';
import type { AlertRow } from './alert-views.js';

interface AlertPage {
  rows: readonly AlertRow[];
  next: string | null;
  /** How many wait in all, where they are listed by urgency. */
  total?: number;
}

/** Above every instant, so that what it is about counts first. */
const perRank = '10000000000000';
/** Later than every instant that is known: without one, what waits for longest comes first. */
const never = '5000000000000';

/**
 * Where an alert `a` of a case `c` stands by urgency: critical cases, the others, and what has nothing left to hurry
 * for; in each what is past due for longest, then what is due or climbs soonest. The board ranks by the same rule.
 */
const urgency = `(case when a.stopped_at is not null or c.status in ('closed', 'withdrawn', 'merged') then 2
    when c.priority = 'critical' then 0 else 1 end * ${perRank}
  + coalesce(least(a.due_at, a.next_at), ${never} + a.raised_at))`;

/** In words of their own, so that the index of those that name somebody is used. */
const namingOnly = ({ names }: AlertAccess, parameter: string) =>
  names ? `and a.named is not null and a.named && ${parameter}::text[]` : '';
const nameValues = ({ names }: AlertAccess) => (names ? [names] : []);

/** A page of the alerts that somebody reads, in the order asked for. */
export function listAlerts(
  tx: Queries,
  query: AlertListQuery,
  access: AlertAccess,
): Promise<AlertPage> {
  // Whom nothing can name has nothing to look for, however long the list is.
  if (access.names?.length === 0) return Promise.resolve(nothing(query));
  return query.sort === 'urgency' ? mostUrgent(tx, query, access) : newest(tx, query, access);
}

const nothing = ({ sort }: AlertListQuery): AlertPage => ({
  ...{ rows: [], next: null },
  ...(sort === 'urgency' && { total: 0 }),
});

async function newest(tx: Queries, query: AlertListQuery, access: AlertAccess): Promise<AlertPage> {
  const [at, id] = query.cursor?.split('_') ?? [null, null];
  const rows = await tx.query<AlertRow>(
    `select ${alertColumns} from alerts a
      where ($1::boolean is null or (acknowledged_at is null) = $1)
        and ($2::bigint is null or (raised_at, id) < ($2::bigint, $3::uuid))
        and ($5::text[] is null and $6::text is null or exists
          (select 1 from cases c where c.id = a.case_id and ${seenCondition(5)}))
        ${namingOnly(access, '$8')}
      order by raised_at desc, id desc limit $4`,
    [
      query.open === undefined ? null : query.open === 'true',
      at,
      id,
      query.limit + 1,
      ...seenParameters(access.cases),
      ...nameValues(access),
    ],
  );
  return pageOf(rows, query.limit, ({ raised }) => raised);
}

async function mostUrgent(
  tx: Queries,
  query: AlertListQuery,
  access: AlertAccess,
): Promise<AlertPage> {
  if (query.open === 'false') return nothing(query);
  const [place, id] = query.cursor?.split('_') ?? [null, null];
  const values = [...seenParameters(access.cases), ...nameValues(access)];
  const waiting = `from alerts a join cases c on c.id = a.case_id
    where a.acknowledged_at is null and ${seenCondition(4)} ${namingOnly(access, '$7')}`;
  const found = await tx.query<AlertRow & { place: number; total: number }>(
    `with waiting as materialized (select a.id, ${urgency} as place ${waiting}),
       page as (select id, place from waiting
         where $1::bigint is null or (place, id) > ($1::bigint, $2::uuid)
         order by place, id limit $3)
     select ${alertColumns}, place::float8, (select count(*) from waiting)::int as total
       from page join alerts using (id) order by place, id`,
    [place, id, query.limit + 1, ...values],
  );
  const total = found[0]?.total ?? 0;
  const page = pageOf(found, query.limit, (row) => row.place);
  const rows = page.rows.map(({ place: _, total: __, ...row }) => row);
  return { ...page, rows, total };
}

function pageOf<Row extends AlertRow>(
  found: readonly Row[],
  limit: number,
  placeOf: (row: Row) => number,
) {
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  const next = found.length > limit && last ? `${placeOf(last)}_${last.id}` : null;
  return { rows, next };
}
