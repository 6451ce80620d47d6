import type { TimerProgress } from '#contracts';
import type { Queries } from '#platform';

/** What the table of timers holds at `now`: it is the truth of every engine, so it is asked on both. */
export async function countTimers(
  database: Queries,
  now: number,
): Promise<Pick<TimerProgress, 'armed' | 'nextDueAt' | 'overdue' | 'overdueSeconds'>> {
  const [row] = await database.query<{
    armed: number;
    overdue: number;
    first: number | null;
    next: number | null;
  }>(
    `select count(*)::int as armed, (count(*) filter (where due_at <= $1))::int as overdue,
            (min(due_at) filter (where due_at <= $1))::float8 as first,
            (min(due_at) filter (where due_at > $1))::float8 as next
       from timers where state = 'armed'`,
    [now],
  );
  const { armed = 0, overdue = 0, first = null, next = null } = row ?? {};
  return {
    armed,
    nextDueAt: next === null ? null : new Date(next).toISOString(),
    overdue,
    overdueSeconds: first === null ? null : (now - first) / 1_000,
  };
}
