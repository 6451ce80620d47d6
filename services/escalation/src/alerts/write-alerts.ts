import type { Tx } from '#platform';
import type { CaseEvent } from '../domain/case-event.js';
import { namesIn } from './alert-names.js';
import type { Telling } from './alert-names.js';

/** The list of alerts follows from the events appended in the same transaction. */
export function writeAlerts(tx: Tx, events: readonly CaseEvent[]): void {
  const raised = events.flatMap((event) => (event.name === 'alertRaised' ? [event.data] : []));
  if (raised.length > 0) {
    const inserted = tx.query(
      `insert into alerts (id, case_id, number, cause, level, audience, kind, threshold, due_at, raised_at, ladder, step, unit, desk, named, clock_id, next_at, passed)
       select * from json_to_recordset($1::json) as r(id uuid, case_id uuid, number text, cause text, level int,
         audience text, kind text, threshold double precision, due_at bigint, raised_at bigint, ladder text, step text, unit text, desk text, named text[], clock_id text, next_at bigint, passed text)
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
            named: namedOrNull(alert),
            clock_id: alert.clockId ?? null,
            next_at: alert.next ? Date.parse(alert.next.at) : null,
            passed: passedOrNull(alert),
          })),
        ),
      ],
    );
    tx.settle(inserted);
  }
  writeClimbs(tx, events);
  writeHolds(tx, events);
  writeStops(tx, events);
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

/** Roles alone name nobody: null, as of most alerts. */
function namedOrNull(telling: Telling): string[] | null {
  const named = namesIn(telling);
  return named.length > 0 ? named : null;
}

/** An event says all levels that were passed over so far: null of most alerts. */
const passedOrNull = ({ passedOver }: { passedOver?: readonly object[] | undefined }) =>
  passedOver ? JSON.stringify(passedOver) : null;

/**
 * Of an alert that climbed twice in one transaction the last step holds: it names those before it. The ids by
 * themselves have the planner use the index: rows of JSON it takes for a hundred, and reads the table for them.
 */
function writeClimbs(tx: Tx, events: readonly CaseEvent[]): void {
  const climbed = new Map(
    events.flatMap((event) =>
      event.name === 'alertClimbed' ? [[event.data.alertId, event.data] as const] : [],
    ),
  );
  if (climbed.size === 0) return;
  const rows = [...climbed.values()].map(({ alertId, ladder, before, at, next, ...reached }) => {
    const named = namedOrNull({ ...reached, before });
    const { level, audience, unit } = reached;
    const last = { step: ladder.step, level, audience, ...(unit !== undefined && { unit }), at };
    const told = [...before, last];
    const facts = { level, audience, step: ladder.step, told: JSON.stringify(told) };
    const passed = passedOrNull(reached);
    return { id: alertId, ...facts, named, passed, next_at: next ? Date.parse(next.at) : null };
  });
  const updated = tx.query(
    `update alerts a set level = r.level, audience = r.audience, step = r.step, told = r.told, next_at = r.next_at,
         named = coalesce(r.named, a.named), passed = coalesce(r.passed, a.passed)
       from json_to_recordset($1::json) as r(id uuid, level int, audience text, step text, told text, named text[], passed text, next_at bigint)
      where a.id = r.id and a.id = any($2::uuid[])`,
    [JSON.stringify(rows), rows.map(({ id }) => id)],
  );
  tx.settle(updated);
}

/** A level in its quiet hours is told when they end, of an alert that somebody heard of before; others are no rows yet. */
function writeHolds(tx: Tx, events: readonly CaseEvent[]): void {
  const holds = new Map<string, number>();
  for (const { name, data } of events) {
    if (name === 'alertHeld') holds.set(data.alertId, Date.parse(data.until));
    if (name === 'alertClimbed') holds.delete(data.alertId);
  }
  if (holds.size === 0) return;
  const rows = [...holds].map(([id, next_at]) => ({ id, next_at }));
  const updated = tx.query(
    `update alerts a set next_at = r.next_at
       from json_to_recordset($1::json) as r(id uuid, next_at bigint)
      where a.id = r.id and a.id = any($2::uuid[])`,
    [JSON.stringify(rows), [...holds.keys()]],
  );
  tx.settle(updated);
}

/** Of a clock that stopped nobody is told any more; whoever still takes its alert on has nothing to hurry for. */
function writeStops(tx: Tx, events: readonly CaseEvent[]): void {
  const stops = new Map(
    events.flatMap((event) => {
      const { caseId, clockId, at } = stopOf(event) ?? {};
      const row = { case_id: caseId, clock_id: clockId, stopped_at: at };
      return clockId === undefined ? [] : [[`${caseId} ${clockId}`, row] as const];
    }),
  );
  if (stops.size === 0) return;
  const updated = tx.query(
    `update alerts a set stopped_at = r.stopped_at
       from json_to_recordset($1::json) as r(case_id uuid, clock_id text, stopped_at bigint)
      where a.case_id = r.case_id and a.clock_id = r.clock_id and a.acknowledged_at is null
        and a.case_id = any($2::uuid[])`,
    [JSON.stringify([...stops.values()]), [...stops.values()].map(({ case_id }) => case_id)],
  );
  tx.settle(updated);
}

/** When a clock stopped by an event; null where it goes on again. */
function stopOf({ name, data }: CaseEvent) {
  switch (name) {
    case 'clockMet':
    case 'clockStoppedLate':
    case 'clockCancelled':
    case 'verdictCorrected':
      return { caseId: data.caseId, clockId: data.clockId, at: Date.parse(data.at) };
    case 'clockRestored':
      return { caseId: data.caseId, clockId: data.clockId, at: null };
    default:
      return undefined;
  }
}
