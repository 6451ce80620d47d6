import type { Tx } from '#platform';
import type { CaseEvent } from '../domain/case-event.js';

/** The list of alerts follows from the events appended in the same transaction. */
export function writeAlerts(tx: Tx, events: readonly CaseEvent[]): void {
  const raised = events.flatMap((event) => (event.name === 'alertRaised' ? [event.data] : []));
  if (raised.length > 0) {
    const inserted = tx.query(
      `insert into alerts (id, case_id, number, cause, level, audience, kind, threshold, due_at, raised_at, ladder, step, unit, desk)
       select * from json_to_recordset($1::json) as r(id uuid, case_id uuid, number text, cause text, level int,
         audience text, kind text, threshold double precision, due_at bigint, raised_at bigint, ladder text, step text, unit text, desk text)
       on conflict (id) do nothing`,
      [
        JSON.stringify(
          raised.map((alert) => ({
            id: alert.alertId,
            case_id: alert.caseId,
            number: alert.number,
            cause: alert.cause,
            level: alert.level,
            audience: alert.audience,
            kind: alert.kind ?? null,
            threshold: alert.threshold ?? null,
            due_at: alert.dueAt ? Date.parse(alert.dueAt) : null,
            raised_at: Date.parse(alert.at),
            ladder: alert.ladder?.id ?? null,
            step: alert.ladder?.step ?? null,
            // Of one on a ladder its level says so, whichever it has reached.
            unit: alert.ladder ? null : (alert.unit ?? null),
            desk: alert.desk ?? null,
          })),
        ),
      ],
    );
    tx.settle(inserted);
  }
  writeClimbs(tx, events);
  for (const event of events) {
    if (event.name !== 'alertAcknowledged') continue;
    const { alertId, at, by } = event.data;
    const updated = tx.query(
      `update alerts set acknowledged_at = $2, acknowledged_by = $3 where id = $1 and acknowledged_at is null`,
      [alertId, Date.parse(at), by],
    );
    tx.settle(updated);
  }
}

/** Of an alert that climbed twice in one transaction the last step holds: it names those before it. */
function writeClimbs(tx: Tx, events: readonly CaseEvent[]): void {
  const climbed = new Map(
    events.flatMap((event) =>
      event.name === 'alertClimbed' ? [[event.data.alertId, event.data] as const] : [],
    ),
  );
  if (climbed.size === 0) return;
  const rows = [...climbed.values()].map(({ alertId, ladder, before, at, ...reached }) => {
    const { level, audience, unit } = reached;
    const last = { step: ladder.step, level, audience, ...(unit !== undefined && { unit }), at };
    const told = [...before, last];
    return { id: alertId, level, audience, step: ladder.step, told: JSON.stringify(told) };
  });
  const updated = tx.query(
    `update alerts a set level = r.level, audience = r.audience, step = r.step, told = r.told
       from json_to_recordset($1::json) as r(id uuid, level int, audience text, step text, told text)
      where a.id = r.id`,
    [JSON.stringify(rows)],
  );
  tx.settle(updated);
}
