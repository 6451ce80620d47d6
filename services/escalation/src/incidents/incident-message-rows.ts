import type { IncidentView } from '#contracts';
import { Problem } from '#platform';
import type { Queries, Tx } from '#platform';
import { seenCondition, seenParameters } from '../access/seen-cases.js';
import type { CaseAccess } from '../domain/access/case-access.js';
import type { CaseEvent } from '../domain/case-event.js';

/** What became of the messages of an answer follows from the events appended in the same transaction. */
export function writeIncidentMessages(tx: Tx, events: readonly CaseEvent[]): void {
  for (const event of events) {
    if (event.name === 'messageHeld' && event.data.incident) {
      const { caseId, messageId, incident, kind, by, at, sendAt } = event.data;
      const sql = `insert into incident_messages (answer, case_id, message_id, incident, kind, by, at, send_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8)`;
      const instants = [Date.parse(at), Date.parse(sendAt)];
      const { answer, caseId: stands } = incident;
      tx.settle(tx.query(sql, [answer, caseId, messageId, stands, kind, by, ...instants]));
    } else if (event.name === 'messageUndone' || event.name === 'messageSent') {
      const state = event.name === 'messageSent' ? 'sent' : 'undone';
      const sql = `update incident_messages set state = $2 where message_id = $1`;
      tx.settle(tx.query(sql, [event.data.messageId, state]));
    }
  }
}

/**
 * Takes an id for an answer, or finds it taken for the same one.
 * @throws Problem `idempotency-conflict` where it is another answer's
 */
export async function claimAnswer(
  tx: Queries,
  answer: { id: string; incident: string; hash: string; by: string },
): Promise<void> {
  const { id, incident, hash, by } = answer;
  await tx.query(
    `insert into incident_answers (id, incident, body_hash, by) values ($1, $2, $3, $4)
      on conflict (id) do nothing`,
    [id, incident, hash, by],
  );
  const [kept] = await tx.query<{ incident: string; hash: string }>(
    `select incident, body_hash as hash from incident_answers where id = $1`,
    [id],
  );
  if (kept?.incident === incident && kept.hash === hash) return;
  const detail = 'this id was used for another answer';
  throw new Problem('idempotency-conflict', { detail });
}

interface AnswerMessage extends Record<string, unknown> {
  case: string;
  messageId: string;
  state: 'held' | 'sent' | 'undone';
  sendAt: number;
}

const columns = `m.case_id as "case", m.message_id as "messageId", m.state, m.send_at::float8 as "sendAt"`;

/** The message that a case got by an answer. */
export async function findMessage(
  tx: Queries,
  answer: string,
  caseId: string,
): Promise<AnswerMessage | undefined> {
  const [found] = await tx.query<AnswerMessage>(
    `select ${columns} from incident_messages m where m.answer = $1 and m.case_id = $2`,
    [answer, caseId],
  );
  return found;
}

/** The messages of an answer to cases that somebody sees. */
export function listMessages(
  tx: Queries,
  { incident, answer }: { incident: string; answer: string },
  access: CaseAccess,
): Promise<AnswerMessage[]> {
  return tx.query<AnswerMessage>(
    `select ${columns} from incident_messages m join cases c on c.id = m.case_id
      where m.incident = $1 and m.answer = $2 and ${seenCondition(3)} order by c.received_at, c.id`,
    [incident, answer, ...seenParameters(access)],
  );
}

type GivenAnswer = IncidentView['answers'][number];

/** What the customers of an incident were answered together, the latest first, as far as somebody sees their cases. */
export async function listAnswers(
  tx: Queries,
  incident: string,
  access: CaseAccess,
): Promise<GivenAnswer[]> {
  const rows = await tx.query<Omit<GivenAnswer, 'at' | 'sendAt'> & { at: number; sendAt: number }>(
    `select m.answer as id, m.kind, m.by, min(m.at)::float8 as at, max(m.send_at)::float8 as "sendAt",
            (count(*) filter (where m.state = 'held'))::int as held,
            (count(*) filter (where m.state = 'sent'))::int as sent,
            (count(*) filter (where m.state = 'undone'))::int as undone
       from incident_messages m join cases c on c.id = m.case_id
      where m.incident = $1 and ${seenCondition(2)}
      group by m.answer, m.kind, m.by order by min(m.at) desc, m.answer`,
    [incident, ...seenParameters(access)],
  );
  const iso = (instant: number) => new Date(instant).toISOString();
  return rows.map((row) => ({ ...row, at: iso(row.at), sendAt: iso(row.sendAt) }));
}
