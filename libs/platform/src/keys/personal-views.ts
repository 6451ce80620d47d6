import type { PersonalViewView } from '#contracts';
import type { Migration, Queries } from '../database/database.js';

/** Whose personal data somebody saw: one row per person, thing and day, so that reading often costs no room. */
export const personalViewsMigration = (name: string): Migration => ({
  name,
  sql: `create table personal_views (
    subject uuid not null, what text not null, viewer text not null, day date not null,
    first_at bigint not null, last_at bigint not null, times int not null,
    primary key (subject, what, viewer, day)
  );`,
});

/**
 * Notes that somebody was shown personal data; await it before the answer, so that nothing is seen unnoted.
 * @param subjects ids of cases, complaints or customers
 * @param now epoch milliseconds
 */
export async function recordViews(
  tx: Queries,
  subjects: readonly string[],
  what: PersonalViewView['what'],
  viewer: string,
  now: number,
): Promise<void> {
  if (subjects.length === 0) return;
  await tx.query(
    `insert into personal_views as v (subject, what, viewer, day, first_at, last_at, times)
     select subject, $2, $3, (to_timestamp($4::float8 / 1000) at time zone 'UTC')::date, $4, $4, 1
       from unnest($1::uuid[]) as subject order by subject
     on conflict (subject, what, viewer, day) do update
       set last_at = greatest(v.last_at, excluded.last_at), times = v.times + 1`,
    [[...new Set(subjects)], what, viewer, now],
  );
}

/** Who saw personal data of one subject, the latest day first; at most 1 000 rows. */
export async function listViews(tx: Queries, subject: string): Promise<PersonalViewView[]> {
  const rows = await tx.query<
    Omit<PersonalViewView, 'firstAt' | 'lastAt'> & { first: number; last: number }
  >(
    `select what, viewer, first_at::float8 as first, last_at::float8 as last, times
       from personal_views where subject = $1 order by day desc, last_at desc, viewer, what limit 1000`,
    [subject],
  );
  return rows.map(({ first, last, ...row }) => ({
    ...row,
    firstAt: new Date(first).toISOString(),
    lastAt: new Date(last).toISOString(),
  }));
}
