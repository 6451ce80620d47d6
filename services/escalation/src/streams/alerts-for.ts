import { AlertAcknowledged, CaseRemindersResumed, CaseRemindersSnoozed } from '#contracts';
import type { LogEvent } from '#eventing';
import type { Queries } from '#platform';
import { isForReader } from '../alerts/alert-access.js';
import type { AlertAccess } from '../alerts/alert-access.js';
import { namesIn } from '../alerts/alert-names.js';
import type { Telling } from '../alerts/alert-names.js';

/**
 * Of a page of events of alerts those that are for somebody, but for their cases. That an alert was taken on, or that
 * the reminders of a case are snoozed, is for whom its alerts named; such events do not say whom, so those of a page
 * are looked up together.
 */
export async function alertsFor(
  tx: Queries,
  access: AlertAccess,
  events: readonly LogEvent[],
): Promise<ReadonlySet<LogEvent>> {
  if (!access.names) return new Set(events);
  if (access.names.length === 0) return new Set();
  const bodies = events.map((event) => ({
    event,
    telling: JSON.parse(event.body) as Telling & { alertId: string },
  }));
  const taken = bodies.flatMap(({ event, telling }) => (isTaken(event) ? telling.alertId : []));
  const snoozed = events.flatMap((event) => (isOfReminders(event) ? event.key : []));
  const named = await namedBefore(tx, taken, snoozed);
  const mine = bodies.filter(({ event, telling }) => {
    const about = isOfReminders(event) ? event.key : isTaken(event) && telling.alertId;
    const names = about ? (named.get(about) ?? []) : namesIn(telling);
    return isForReader(access, names);
  });
  return new Set(mine.map(({ event }) => event));
}

const isTaken = ({ type }: LogEvent) => type === AlertAcknowledged.type;

const ofReminders: readonly string[] = [CaseRemindersSnoozed.type, CaseRemindersResumed.type];
const isOfReminders = ({ type }: LogEvent) => ofReminders.includes(type);

/** By the ids of alerts whom each named, by those of cases whom their alerts that wait name. */
async function namedBefore(
  tx: Queries,
  alertIds: readonly string[],
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (alertIds.length + caseIds.length === 0) return new Map();
  const rows = await tx.query<{ id: string; named: string[] }>(
    `select id, named from alerts where id = any($1::uuid[]) and named is not null
      union all
     select case_id, array_agg(distinct name) from alerts, unnest(named) name
      where case_id = any($2::uuid[]) and acknowledged_at is null group by case_id`,
    [alertIds, caseIds],
  );
  return new Map(rows.map(({ id, named }) => [id, named]));
}
