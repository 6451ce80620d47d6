import type { LogEvent, ServiceRuntime } from '#eventing';
import { newId } from '#platform';
import type { Tx } from '#platform';
import { desksOf } from '../alerts/alert-access.js';
import { accessesOf } from '../access/access-of.js';
import { maySee } from '../domain/access/case-access.js';
import type { CaseAccess } from '../domain/access/case-access.js';
import type { OpenedCase } from '../domain/case-state.js';
import { feedFromLog } from '../outside/log-feed.js';
import { channelColumns, isLive, liveChannels, principalOf } from './channel-rows.js';
import type { Channel } from './channel-rows.js';
import { bundleMails, gatherMs } from './bundle-mails.js';
import type { Mailbox } from './bundle-mails.js';
import type { DutyStore } from '../duty/duty-store.js';
import { noticeOf } from './notice.js';
import { mailNotices } from './notice-mails.js';
import { namedReaders, readersOf } from './mail-readers.js';
import type { OwnedChannel } from './mail-readers.js';
import { toldBy } from './told-alert.js';
import type { ToldAlert } from './told-alert.js';

/**
 * Makes mails of the alerts in the service's own log, and of what else is told by `noticeOf`, for everyone with a channel whom
 * they tell. What is raised together is told in one mail, and stays together however often that is tried.
 * @returns whether there was anything to look through
 */
export function feedAlertMails(
  { database }: Pick<ServiceRuntime, 'database'>,
  duty: DutyStore,
): Promise<boolean> {
  return feedFromLog(database, 'alert_mail_feed', async (tx, events) => {
    await mailNotices(
      tx,
      events.flatMap((event) => noticeOf(event) ?? []),
    );
    const alerts = events.flatMap((event: LogEvent) => toldBy(event) ?? []);
    if (alerts.length === 0) return;
    const channels = await tx.query<OwnedChannel & Record<string, unknown>>(
      `select ${channelColumns}, a.unit from ${liveChannels} where ${isLive}`,
    );
    if (channels.length === 0) return;
    const accesses = await accessesOf(tx, channels.map(principalOf));
    const readers = channels.map((channel, index) => {
      const access = accesses[index]!;
      return { ...channel, access, desks: desksOf(access, channel) };
    });
    const states = await statesOf(tx, alerts);
    const named = await namedReaders(tx, alerts, states, duty);
    const mine = new Map<Channel, ToldAlert[]>(readers.map((reader) => [reader, []]));
    for (const alert of alerts) {
      const state = states.get(alert.caseId);
      const shown = readers.filter(({ access }) => isShown(access, state));
      for (const reader of readersOf(alert, shown, named)) mine.get(reader)!.push(alert);
    }
    await insertMails(
      tx,
      [...mine].map(([channel, told]) => ({ channel, mine: told })),
    );
  });
}

/** Nobody is mailed what the API would not show them. */
function isShown(access: CaseAccess, state: OpenedCase | undefined): boolean {
  return state !== undefined && maySee(access, state);
}

async function statesOf(tx: Tx, alerts: readonly ToldAlert[]): Promise<Map<string, OpenedCase>> {
  const rows = await tx.query<{ id: string; state: string }>(
    `select id, state from cases where id = any($1::uuid[])`,
    [[...new Set(alerts.map(({ caseId }) => caseId))]],
  );
  return new Map(rows.map(({ id, state }) => [id, JSON.parse(state) as OpenedCase]));
}

type Told = readonly { channel: Channel; mine: readonly ToldAlert[] }[];

async function insertMails(tx: Tx, all: Told): Promise<void> {
  const told = all.filter(({ mine }) => mine.length > 0);
  if (told.length === 0) return;
  const now = Date.now();
  const boxes = await mailboxesOf(
    tx,
    told.map(({ channel }) => channel.id),
    now,
  );
  const rows = [];
  for (const { channel, mine } of told) {
    const box = boxes.get(channel.id) ?? {};
    const { gathered, fresh } = bundleMails(mine, box, now);
    if (gathered && box.gathering) {
      const values = [box.gathering.id, JSON.stringify(gathered)];
      await tx.query(`update alert_mails set alerts = $2 where id = $1`, values);
    }
    for (const { alerts, at } of fresh) {
      rows.push({
        id: newId(now),
        channel_id: channel.id,
        alerts: JSON.stringify(alerts),
        at,
        now,
      });
    }
  }
  if (rows.length === 0) return;
  await tx.query(
    `insert into alert_mails (id, channel_id, alerts, next_at, created_at)
     select id, channel_id, alerts, at, now
       from json_to_recordset($1::json) as r(id uuid, channel_id uuid, alerts text, at bigint, now bigint)`,
    [JSON.stringify(rows)],
  );
}

/** What some channels got in the last minute. A mail that gathers stays locked: it can't leave meanwhile. */
async function mailboxesOf(
  tx: Tx,
  channels: readonly string[],
  now: number,
): Promise<Map<string, Mailbox>> {
  const rows = await tx.query<{
    id: string;
    channel: string;
    alerts: string;
    at: number;
    last: number;
    isGathering: boolean;
  }>(
    `select id, channel_id as channel, alerts, next_at::float8 as at, greatest(created_at, delivered_at)::float8 as last,
            state = 'waiting' and attempts = 0 and next_at > $2 as "isGathering"
       from alert_mails
      where channel_id = any($1::uuid[]) and notice is null
        and (greatest(created_at, delivered_at) > $3 or state = 'waiting' and attempts = 0)
      order by id for update`,
    [channels, now, now - gatherMs],
  );
  const boxes = new Map<string, Mailbox>();
  for (const { id, channel, alerts, at, last, isGathering } of rows) {
    const { gathering, lastAt = 0 } = boxes.get(channel) ?? {};
    // Several gather where fifty were not enough: the last has room.
    const open = isGathering ? { id, alerts: JSON.parse(alerts) as ToldAlert[], at } : gathering;
    boxes.set(channel, { lastAt: Math.max(lastAt, last), ...(open && { gathering: open }) });
  }
  return boxes;
}
