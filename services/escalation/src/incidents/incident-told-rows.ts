import type { Queries, Tx } from '#platform';
import type { CaseEvent } from '../domain/case-event.js';

/** When the customer of a case was told something by it: called, or written to once that has left. */
function toldBy(event: CaseEvent): { caseId: string; at: string } | undefined {
  const isCall = event.name === 'contactRecorded' && event.data.direction === 'outbound';
  if (!isCall && event.name !== 'messageSent') return undefined;
  // A party was told, and the customer was not.
  return event.data.partyId === undefined ? event.data : undefined;
}

/** Of cases that are in an incident when it happens: of no others anybody asks. */
export function writeIncidentTold(tx: Tx, events: readonly CaseEvent[]): void {
  for (const event of events) {
    const told = toldBy(event);
    if (!told) continue;
    const sql = `insert into incident_told (case_id, at)
      select $1::uuid, $2::bigint
       where exists (select 1 from incident_cases where case_id = $1::uuid or incident = $1::uuid)
      on conflict (case_id) do update set at = greatest(incident_told.at, excluded.at)`;
    tx.settle(tx.query(sql, [told.caseId, Date.parse(told.at)]));
  }
}

/** When the customers of an incident were last told something, by case; what is held counts unless it is taken back. */
export async function readTold(
  tx: Queries,
  incident: string,
): Promise<(caseId: string) => string | null> {
  const rows = await tx.query<{ id: string; at: number }>(
    `select t.id, max(t.at)::float8 as at
       from (select case_id as id, at from incident_messages where incident = $1 and state <> 'undone'
             union all
             select case_id as id, at from incident_told
              where case_id = $1 or case_id in (select case_id from incident_cases where incident = $1)) t
      group by t.id`,
    [incident],
  );
  const told = new Map(rows.map(({ id, at }) => [id, new Date(at).toISOString()]));
  return (caseId) => told.get(caseId) ?? null;
}
