import type { LogEvent, ServiceRuntime } from '#eventing';
import { newId } from '#platform';
import type { Tx } from '#platform';
import { accessesOf } from '../access/access-of.js';
import { maySee } from '../domain/access/case-access.js';
import type { CaseAccess } from '../domain/access/case-access.js';
import type { OpenedCase } from '../domain/case-state.js';
import { feedFromLog } from '../outside/log-feed.js';
import { channelColumns, isLive, liveChannels, principalOf } from './channel-rows.js';
import type { Channel } from './channel-rows.js';
import type { DutyStore } from '../duty/duty-store.js';
import type { PolicyStore } from '../policies/policy-store.js';
import { namedReaders, readersOf } from './mail-readers.js';
import type { OwnedChannel } from './mail-readers.js';
import { toldBy } from './told-alert.js';
import type { ToldAlert } from './told-alert.js';

/** In one mail: more would not be read. */
const mostAlerts = 50;

/**
 * Makes mails of the alerts in the service's own log, for everyone with a channel whom they tell. What is raised
 * at once is told in one mail, and stays together however often that is tried.
 * @returns whether there was anything to look through
 */
export function feedAlertMails(
  { database }: Pick<ServiceRuntime, 'database'>,
  policies: PolicyStore,
  duty: DutyStore,
): Promise<boolean> {
  return feedFromLog(database, 'alert_mail_feed', async (tx, events) => {
    const alerts = events.flatMap((event: LogEvent) => toldBy(event) ?? []);
    if (alerts.length === 0) return;
    const channels = await tx.query<OwnedChannel & Record<string, unknown>>(
      `select ${channelColumns}, a.unit from ${liveChannels} where ${isLive}`,
    );
    if (channels.length === 0) return;
    const accesses = await accessesOf(tx, channels.map(principalOf));
    const states = await statesOf(tx, alerts);
    const named = await namedReaders(tx, alerts, states, policies, duty);
    const mine = new Map<Channel, ToldAlert[]>(channels.map((channel) => [channel, []]));
    for (const alert of alerts) {
      const state = states.get(alert.caseId);
      const shown = channels.filter((_, index) => isShown(accesses[index]!, state));
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

async function insertMails(
  tx: Tx,
  told: readonly { channel: Channel; mine: readonly ToldAlert[] }[],
): Promise<void> {
  const now = Date.now();
  const rows = told.flatMap(({ channel, mine }) => {
    const mails = Array.from({ length: Math.ceil(mine.length / mostAlerts) }, (_, index) =>
      mine.slice(index * mostAlerts, (index + 1) * mostAlerts),
    );
    return mails.map((alerts) => ({
      id: newId(now),
      channel_id: channel.id,
      alerts: JSON.stringify(alerts),
      now,
    }));
  });
  if (rows.length === 0) return;
  await tx.query(
    `insert into alert_mails (id, channel_id, alerts, next_at, created_at)
     select id, channel_id, alerts, now, now
       from json_to_recordset($1::json) as r(id uuid, channel_id uuid, alerts text, now bigint)`,
    [JSON.stringify(rows)],
  );
}
