import type { IncidentListView, WorkloadView } from '#contracts';
import type { Queries } from '#platform';
import { seenCondition, seenParameters } from '../access/seen-cases.js';
import type { CaseAccess } from '../domain/access/case-access.js';
import type { OpenedCase } from '../domain/case-state.js';
import { dueClocks, dueTasks } from './due-of-case.js';

/** More than anybody looks at; beyond it something is wrong with the day, not with the list. */
const mostCases = 1_000;

const iso = (instant: number) => new Date(instant).toISOString();

const byDue = (one: { dueAt: string }, other: { dueAt: string }) =>
  one.dueAt.localeCompare(other.dueAt);

/**
 * Running clocks, and what people were asked for, due up to an instant. What happens next to a case is never later than its earliest
 * due instant, so the index over it finds every case, and a few whose next instant is a warning.
 */
export async function readDue(
  tx: Queries,
  until: number,
  access: CaseAccess,
): Promise<Pick<WorkloadView, 'due' | 'tasks' | 'isCut'>> {
  // Past its due instant by a millisecond a clock is breached: that is what a case waits for.
  const rows = await tx.query<{ state: string }>(
    `select state from cases c where next_due_at <= $1::bigint + 1 and ${seenCondition(2)}
      order by next_due_at limit ${mostCases + 1}`,
    [until, ...seenParameters(access)],
  );
  const states = rows.slice(0, mostCases).map(({ state }) => JSON.parse(state) as OpenedCase);
  const due = states.flatMap((state) => dueClocks(state, until)).sort(byDue);
  const tasks = states.flatMap((state) => dueTasks(state, until)).sort(byDue);
  return { due, tasks, isCut: rows.length > mostCases };
}

const counts = `count(*)::int as open, count(*) filter (where status = 'paused')::int as paused,
  count(*) filter (where priority = 'critical')::int as critical,
  count(*) filter (where is_overdue)::int as overdue`;

/** Of rows of `cases c`, in the words of the index `cases_in_work`: a parameter in their place would pass it over. */
export const inWork = `c.status in ('open', 'paused')`;

interface Load {
  owner: string | null;
  unit: string | null;
  isOfUnit: boolean;
  open: number;
  paused: number;
  critical: number;
  overdue: number;
}

/** What every owner and every unit has, the most first: rows of cases are wide, so both are counted in one way through them. */
export async function readLoad(
  tx: Queries,
  access: CaseAccess,
): Promise<Pick<WorkloadView, 'owners' | 'units'>> {
  const rows = await tx.query<Load>(
    `select c.owner, c.unit, grouping(c.owner) = 1 as "isOfUnit", ${counts} from cases c
      where ${inWork} and ${seenCondition(1)}
      group by grouping sets ((c.owner), (c.unit)) order by open desc, c.owner, c.unit`,
    seenParameters(access),
  );
  return {
    owners: rows.flatMap(({ unit: _, isOfUnit, ...row }) => (isOfUnit ? [] : row)),
    units: rows.flatMap(({ owner: _, isOfUnit, ...row }) => (isOfUnit ? row : [])),
  };
}

/** Cases that stand for others and have not ended, with those of the others that somebody sees. */
export async function readIncidents(tx: Queries, access: CaseAccess): Promise<IncidentListView> {
  type Row = Omit<IncidentListView['items'][number], 'receivedAt'> & { received: number };
  const rows = await tx.query<Row>(
    `with counted as (
       select i.incident, count(*)::int as cases,
              count(*) filter (where c.stage <> 'closed')::int as open
         from incident_cases i join cases c on c.id = i.case_id
        where ${seenCondition(1)} group by i.incident)
     select c.id, c.number, c.stage, c.status, c.owner, c.unit, c.category,
            c.received_at::float8 as received, n.cases, n.open
       from counted n join cases c on c.id = n.incident
      where c.stage <> 'closed' and ${seenCondition(1)}
      order by c.received_at desc, c.id limit 200`,
    seenParameters(access),
  );
  return {
    items: rows.map(({ received, ...row }) => ({ ...row, receivedAt: iso(received) })),
  };
}
