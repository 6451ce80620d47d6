import type { MessageMailListQuery, MessageMailView } from '#contracts';
import type { Queries, Tx } from '#platform';
import { seenCondition, seenParameters } from '../access/seen-cases.js';
import type { CaseAccess } from '../domain/access/case-access.js';
import type { CaseEvent } from '../domain/case-event.js';
import { leaseMs, stateAfter } from '../outside/attempts.js';
import type { Settlement } from '../outside/attempts.js';

/** A mail to a customer to send now; it is leased to whoever claimed it. */
export interface ClaimedMessage {
  messageId: string;
  caseId: string;
  number: string;
  /** This attempt included. */
  attempts: number;
}

/** What leaves by mail is queued by the transaction in which it leaves. */
export function writeMessageMails(tx: Tx, events: readonly CaseEvent[]): void {
  for (const event of events) {
    if (event.name !== 'messageSent' || event.data.channel !== 'email') continue;
    const { messageId, caseId } = event.data;
    tx.settle(
      tx.query(
        `insert into message_mails (message_id, case_id, next_at, created_at)
         values ($1, $2, $3, $3) on conflict do nothing`,
        [messageId, caseId, Date.now()],
      ),
    );
  }
}

export async function waitingMail(tx: Queries): Promise<boolean> {
  const [known] = await tx.query(`select 1 from message_mails where state = 'waiting' limit 1`);
  return known !== undefined;
}

/** Claims up to so many mails that are due, the oldest first. */
export async function claimMessages(
  tx: Queries,
  most: number,
  now: number,
): Promise<ClaimedMessage[]> {
  if (most <= 0) return [];
  return tx.query<ClaimedMessage & Record<string, unknown>>(
    `with due as (
       select message_id from message_mails where state = 'waiting' and next_at <= $1
        order by next_at, message_id limit $2 for update skip locked),
     claimed as (
       update message_mails m set attempts = attempts + 1, next_at = $1 + ${leaseMs}
         from due where m.message_id = due.message_id
       returning m.message_id, m.case_id, m.attempts)
     select m.message_id as "messageId", m.case_id as "caseId", c.number, m.attempts
       from claimed m join cases c on c.id = m.case_id order by m.message_id`,
    [now, most],
  );
}

/** Writes down how an attempt went. One whose lease had run out says nothing any more. */
export async function settleMessage(
  tx: Queries,
  { messageId, attempts }: ClaimedMessage,
  settlement: Settlement | 'erased',
  now: number,
): Promise<void> {
  const isErased = settlement === 'erased';
  const { outcome, isDelivered, retryAt } = isErased ? nothingLeft : settlement;
  const state = isErased ? 'erased' : stateAfter(settlement);
  await tx.query(
    `update message_mails set state = $3, outcome = $4, next_at = $5, delivered_at = $6
      where message_id = $1 and state = 'waiting' and attempts = $2`,
    [...[messageId, attempts, state, outcome, retryAt ?? now], isDelivered ? now : null],
  );
}

const nothingLeft: Settlement = { outcome: 'erased', isDelivered: false };

/** When the next attempt is due; undefined when nothing waits. */
export async function nextMessageAt(tx: Queries): Promise<number | undefined> {
  const [row] = await tx.query<{ at: number | null }>(
    `select min(next_at)::float8 as at from message_mails where state = 'waiting'`,
  );
  return row?.at ?? undefined;
}

/** Somebody has a parked mail of a case that they see tried again, with all its attempts. @returns whether there is one */
export async function redriveMessage(
  tx: Queries,
  id: string,
  now: number,
  access: CaseAccess,
): Promise<boolean> {
  const rows = await tx.query(
    `update message_mails m set state = 'waiting', attempts = 0, next_at = $2 from cases c
      where m.message_id = $1 and m.state = 'parked' and c.id = m.case_id and ${seenCondition(3)}
     returning m.message_id`,
    [id, now, ...seenParameters(access)],
  );
  return rows.length > 0;
}

type Row = Omit<MessageMailView, 'nextAt' | 'createdAt' | 'deliveredAt'> & {
  next: number;
  created: number;
  delivered: number | null;
};

/** Mails of the cases that somebody sees, newest first. */
export async function listMessageMails(
  tx: Queries,
  { state, case: reference, cursor, limit }: MessageMailListQuery,
  access: CaseAccess,
): Promise<{ items: MessageMailView[]; next: string | null }> {
  const rows = await tx.query<Row & Record<string, unknown>>(
    `select m.message_id as "messageId", m.case_id as "caseId", c.number, m.state, m.attempts, m.outcome,
            m.next_at::float8 as next, m.created_at::float8 as created, m.delivered_at::float8 as delivered
       from message_mails m join cases c on c.id = m.case_id
      where ($1::text is null or m.state = $1) and ($2::text is null or c.number = $2 or c.id::text = $2)
        and ($3::uuid is null or m.message_id < $3) and ${seenCondition(5)}
      order by m.message_id desc limit $4`,
    [state ?? null, reference ?? null, cursor ?? null, limit + 1, ...seenParameters(access)],
  );
  const page = rows.slice(0, limit);
  return {
    items: page.map(({ next, created, delivered, ...row }) => ({
      ...row,
      nextAt: row.state === 'waiting' ? new Date(next).toISOString() : null,
      createdAt: new Date(created).toISOString(),
      deliveredAt: delivered === null ? null : new Date(delivered).toISOString(),
    })),
    next: rows.length > limit ? page.at(-1)!.messageId : null,
  };
}
