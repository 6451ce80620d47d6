import { isOver } from '../../../shared/alerts/alert-facts.js';
import type { AlertView } from '../board-types.js';
import { alertsOf, firstOf } from './group-alerts.js';
import type { Row } from './group-alerts.js';

export type Ranked = Pick<
  AlertView,
  'id' | 'priority' | 'caseStatus' | 'dueAt' | 'stoppedAt' | 'raisedAt'
> & { next: { at: string } | null };

/** Without an instant it comes after all those that have one. */
const instant = (at: string | null | undefined) => (at ? Date.parse(at) : Number.MAX_SAFE_INTEGER);
const earliest = (one: string | null | undefined, other: string | null | undefined) =>
  instant(one) - instant(other);

/**
 * What still goes on, critical cases; then what is past due for longest, and what is due or climbs soonest; of those
 * that have no instant the ones that wait for longest. The server cuts the list by the same rule.
 */
export function byUrgency(one: Ranked, other: Ranked): number {
  const yes = (is: boolean) => (is ? 0 : 1);
  return (
    yes(!isOver(one)) - yes(!isOver(other)) ||
    yes(one.priority === 'critical') - yes(other.priority === 'critical') ||
    wantedAt(one) - wantedAt(other) ||
    earliest(one.raisedAt, other.raisedAt) ||
    (one.id < other.id ? -1 : 1)
  );
}

const wantedAt = ({ dueAt, next }: Ranked) => Math.min(instant(dueAt), instant(next?.at));

const least = <Alert>(row: Row<Alert>, order: (one: Alert, other: Alert) => number): Alert =>
  alertsOf(row).toSorted(order)[0]!;

/** The alert of a row that wants somebody first. */
export const worstOf = <Alert extends Ranked>(row: Row<Alert>): Alert => least(row, byUrgency);

/** Rows by their most urgent alert, and so are the alerts of each. */
export const rankRows = <Alert extends Ranked>(rows: readonly Row<Alert>[]): Row<Alert>[] =>
  rows
    .map((row) =>
      'alert' in row
        ? row
        : { storm: { ...row.storm, alerts: row.storm.alerts.toSorted(byUrgency) } },
    )
    .toSorted((one, other) => byUrgency(firstOf(one), firstOf(other)));

/** What is still to be taken on of a row, and how many more it has of what is done or of cases that ended. */
export function waitingOf<Alert extends Ranked>(
  row: Row<Alert>,
): { waiting: readonly Alert[]; done: number } {
  const all = alertsOf(row);
  const waiting = all.filter((one) => !isOver(one));
  return { waiting, done: all.length - waiting.length };
}

/** The most urgent alert that waits of a case: one of that clock, `stage:listen`, before those of its others. */
export function alertOfClock<Alert extends Ranked & Pick<AlertView, 'caseId' | 'kind'>>(
  alerts: readonly Alert[],
  caseId: string,
  clockId: string,
): Alert | undefined {
  const [kind] = clockId.split(':');
  const own = alerts.filter((one) => one.caseId === caseId && !isOver(one)).toSorted(byUrgency);
  return own.find((one) => one.kind === kind) ?? own[0];
}
