import { AlertAcknowledged } from '#contracts';
import type { LogEvent } from '#eventing';
import type { Queries } from '#platform';
import { isForReader } from '../alerts/alert-access.js';
import type { AlertAccess } from '../alerts/alert-access.js';

/**
 * Of a page of events of alerts those that are for somebody, but for their cases. That an alert was taken on is for
 * whom it told; its event does not say which desk that was, so those of a page are looked up together.
 */
export async function alertsFor(
  tx: Queries,
  access: AlertAccess,
  events: readonly LogEvent[],
): Promise<ReadonlySet<LogEvent>> {
  if (!access.desks) return new Set(events);
  if (access.desks.length === 0) return new Set();
  const bodies = events.map((event) => ({
    event,
    ...(JSON.parse(event.body) as { alertId: string; desk?: string }),
  }));
  const taken = bodies.flatMap(({ event, alertId }) =>
    event.type === AlertAcknowledged.type ? alertId : [],
  );
  const desks = await desksTold(tx, taken);
  const mine = bodies.filter(({ alertId, desk = desks.get(alertId) }) =>
    isForReader(access, { desk }),
  );
  return new Set(mine.map(({ event }) => event));
}

async function desksTold(
  tx: Queries,
  alertIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (alertIds.length === 0) return new Map();
  const rows = await tx.query<{ id: string; desk: string }>(
    `select id, desk from alerts where id = any($1::uuid[]) and desk is not null`,
    [alertIds],
  );
  return new Map(rows.map(({ id, desk }) => [id, desk]));
}
