import type { Queries } from '#platform';
import { seenCondition, seenParameters } from '../access/seen-cases.js';
import { alertAccessOf, desksOf, isForReader, readsAll } from '../alerts/alert-access.js';
import { keptForMs, leaseMs, stateAfter } from '../outside/attempts.js';
import type { Settlement } from '../outside/attempts.js';
import { channelColumns, isLive, liveChannels, principalOf } from './channel-rows.js';
import type { Channel } from './channel-rows.js';
import type { Notice } from './notice.js';
import type { ToldAlert } from './told-alert.js';

/** A mail to send now; it is leased to whoever claimed it. */
export interface ClaimedMail {
  mailId: string;
  channel: Channel;
  alerts: readonly ToldAlert[];
  /** What it tells of instead of alerts. */
  notice?: Notice;
  /** This attempt included. */
  attempts: number;
}

export async function hasChannels(tx: Queries): Promise<boolean> {
  const [known] = await tx.query(`select 1 from alert_channels limit 1`);
  return known !== undefined;
}

/** Claims up to so many mails that are due, the oldest first. */
export async function claimMails(tx: Queries, most: number, now: number): Promise<ClaimedMail[]> {
  if (most <= 0) return [];
  const rows = await tx.query<
    Channel & { mailId: string; alerts: string; notice: Notice | null; attempts: number }
  >(
    `with due as (
       select m.id from alert_mails m where m.state = 'waiting' and m.next_at <= $1
          and exists (select 1 from ${liveChannels} where c.id = m.channel_id and ${isLive})
        order by m.next_at, m.id limit $2 for update skip locked),
     claimed as (
       update alert_mails m set attempts = attempts + 1, next_at = $1 + ${leaseMs} from due where m.id = due.id
       returning m.id, m.channel_id, m.alerts, m.notice, m.attempts)
     select m.id as "mailId", m.alerts, m.notice, m.attempts, ${channelColumns}
       from claimed m join alert_channels c on c.id = m.channel_id order by m.id`,
    [now, most],
  );
  return rows.map(({ mailId, alerts, notice, attempts, ...channel }) => ({
    ...{ mailId, attempts, channel },
    ...(notice && { notice }),
    alerts: JSON.parse(alerts) as ToldAlert[],
  }));
}

/** An alert still to be told, and whether its reader may take it on. */
export interface OpenAlert {
  alert: ToldAlert;
  mayAcknowledge: boolean;
}

/**
 * Of a mail's alerts those that nobody has acknowledged and that are still for its reader to see. Whoever reads one
 * through the API takes it on; who was mailed in the place of others, as nobody named has a channel, does not.
 */
export async function stillToTell(
  tx: Queries,
  { alerts, channel }: ClaimedMail,
): Promise<OpenAlert[]> {
  const principal = principalOf(channel);
  const access = await alertAccessOf(tx, principal);
  const rows = await tx.query<{ id: string; named: string[] | null }>(
    `select a.id, a.named from alerts a join cases c on c.id = a.case_id
      where a.id = any($1::uuid[]) and a.acknowledged_at is null and ${seenCondition(2)}`,
    [alerts.map(({ alertId }) => alertId), ...seenParameters(access.cases)],
  );
  const named = new Map(rows.map((row) => [row.id, row.named ?? []]));
  // Whoever was told with their desk is not told any more once they are of another one.
  const desks = readsAll(principal) ? undefined : desksOf(access.cases, principal);
  const isTheirs = ({ desk }: ToldAlert) =>
    desk === undefined || desks === undefined || desks.includes(desk);
  return alerts.flatMap((alert) => {
    const names = named.get(alert.alertId);
    if (!names || !isTheirs(alert)) return [];
    return [{ alert, mayAcknowledge: isForReader(access, names) }];
  });
}

/** Writes down how an attempt went. One whose lease had run out says nothing any more. */
export async function settleMail(
  tx: Queries,
  { mailId, attempts }: ClaimedMail,
  settlement: Settlement | 'superseded',
  now: number,
): Promise<void> {
  const { state, outcome, retryAt, deliveredAt } = writtenDown(settlement, now);
  await tx.query(
    `update alert_mails set state = $3, outcome = coalesce($4, outcome), next_at = $5, delivered_at = $6
      where id = $1 and state = 'waiting' and attempts = $2`,
    [mailId, attempts, state, outcome, retryAt ?? now, deliveredAt],
  );
}

function writtenDown(settlement: Settlement | 'superseded', now: number) {
  if (settlement === 'superseded') {
    return { state: 'superseded', outcome: null, retryAt: undefined, deliveredAt: null };
  }
  const { outcome, isDelivered, retryAt } = settlement;
  const deliveredAt = isDelivered ? now : null;
  return { state: stateAfter(settlement), outcome, retryAt, deliveredAt };
}

/** When the next attempt is due; undefined when nothing waits. */
export async function nextMailAt(tx: Queries): Promise<number | undefined> {
  const [row] = await tx.query<{ at: number | null }>(
    `select min(next_at)::float8 as at from alert_mails where state = 'waiting'`,
  );
  return row?.at ?? undefined;
}

export async function forgetMails(tx: Queries, now: number): Promise<void> {
  await tx.query(
    `delete from alert_mails where state in ('delivered', 'superseded') and created_at < $1`,
    [now - keptForMs],
  );
}
