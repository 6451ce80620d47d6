import type { IncidentView } from '#contracts';
import { Problem } from '#platform';
import type { Queries, Tx } from '#platform';
import { seenCondition, seenParameters } from '../access/seen-cases.js';
import type { CaseAccess } from '../domain/access/case-access.js';
import type { CaseEvent } from '../domain/case-event.js';
import type { CaseState } from '../domain/case-state.js';

/** Which cases belong to an incident follows from the events appended in the same transaction. */
export function writeIncidentCases(tx: Tx, events: readonly CaseEvent[]): void {
  for (const event of events) {
    if (event.name === 'incidentJoined') {
      const { caseId, incident } = event.data;
      const sql = `insert into incident_cases (case_id, incident) values ($1, $2)
        on conflict (case_id) do update set incident = excluded.incident`;
      tx.settle(tx.query(sql, [caseId, incident]));
    } else if (event.name === 'incidentLeft') {
      tx.settle(tx.query(`delete from incident_cases where case_id = $1`, [event.data.caseId]));
    }
  }
}

type IncidentCase = Omit<IncidentView['cases'][number], 'toldAt'>;

/** The cases of an incident that somebody sees, in the order in which they came. */
export function listIncidentCases(
  tx: Queries,
  incident: string,
  access: CaseAccess,
): Promise<IncidentCase[]> {
  return tx.query<IncidentCase>(
    `select c.id, c.number, c.stage, c.status, c.owner, c.unit, c.version,
            c.state::json -> 'dimensions' ->> 'channel' as channel
       from incident_cases i join cases c on c.id = i.case_id
      where i.incident = $1 and ${seenCondition(2)} order by c.received_at, c.id`,
    [incident, ...seenParameters(access)],
  );
}

/**
 * A mass incident is closed together: the case that stands for it comes last.
 * @throws Problem `missing-evidence` that names the cases, fifty at most, which have not ended
 */
export async function requireMembersEnded(
  tx: Queries,
  command: string,
  state: CaseState,
): Promise<void> {
  if (command !== 'close' || state.stage === 'none' || !state.incidentCases) return;
  const open = await tx.query<{ number: string }>(
    `select c.number from incident_cases i join cases c on c.id = i.case_id
      where i.incident = $1 and c.stage <> 'closed' order by c.received_at, c.id limit 50`,
    [state.id],
  );
  if (open.length === 0) return;
  const detail = 'cases of the incident that it stands for have not ended';
  const extra = { missing: open.map(({ number }) => number) };
  throw new Problem('missing-evidence', { detail, extra });
}
