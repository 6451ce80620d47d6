import { newId } from '#platform';
import type { Queries, Tx } from '#platform';
import { accessesOf, accessOf } from '../access/access-of.js';
import { seenCondition, seenParameters } from '../access/seen-cases.js';
import { desksOf } from '../alerts/alert-access.js';
import { isKeptFrom, maySee } from '../domain/access/case-access.js';
import type { OpenedCase } from '../domain/case-state.js';
import { isAnyLeft, latestGaps } from '../policies/ladder-gaps.js';
import { channelColumns, isLive, liveChannels, principalOf } from './channel-rows.js';
import type { Channel } from './channel-rows.js';
import { unitsBeneath } from './mail-readers.js';
import type { OwnedChannel } from './mail-readers.js';
import {
  askedToLetIn,
  toldOfDesk,
  toldOfLadders,
  toldOfOrder,
  toldOfReturn,
  toldOfTransfer,
  toldOfWithdrawal,
} from './notice-readers.js';
import type { Notice } from './notice.js';
import { isStillThere, withCase } from './transfer-notice.js';

/**
 * Queues one mail of each notice for each of its readers, in the transaction that heard of it.
 * @returns how many those are
 */
export async function mailNotices(tx: Tx, notices: readonly Notice[]): Promise<number> {
  if (notices.length === 0) return 0;
  const channels = await tx.query<OwnedChannel & Record<string, unknown>>(
    `select ${channelColumns}, a.unit from ${liveChannels} where ${isLive}`,
  );
  if (channels.length === 0) return 0;
  const accesses = await accessesOf(tx, channels.map(principalOf));
  const readers = channels.map((channel, index) => {
    const access = accesses[index]!;
    return { ...channel, access, desks: desksOf(access, channel) };
  });
  const states = await statesOf(tx, notices);
  const beneath = await unitsBeneath(tx, notices.flatMap(unitsIn));
  const mailedOf = await leftMails(tx, notices);
  const toldOf = (notice: Notice) => {
    if (notice.kind === 'promise-overdue') return toldOfDesk(readers, notice.desk);
    if (notice.kind === 'ladder-gaps') return toldOfLadders(readers);
    const state = states.get(notice.caseId)!;
    switch (notice.kind) {
      case 'join-request':
        return askedToLetIn(readers, state, notice.agent);
      case 'order-given':
        return toldOfOrder(readers, state, notice, beneath(notice.unit));
      default:
        // Who has answered in the meantime need not be told what there is to answer.
        if (!isStillThere(notice, state)) return [];
        if (notice.kind === 'transferred') return toldOfTransfer(readers, state, notice, beneath);
        return notice.kind === 'transfer-withdrawn'
          ? toldOfWithdrawal(readers, state, notice, mailedOf(notice.transferId))
          : toldOfReturn(readers, state, notice, beneath);
    }
  };
  const now = Date.now();
  const rows = notices.flatMap((heard) => {
    const told = toldOf(heard);
    const notice = 'transferId' in heard ? withCase(heard, states.get(heard.caseId)!) : heard;
    return told.map(({ id }) => ({ id: newId(now), channel_id: id, notice, now }));
  });
  await tx.query(
    `insert into alert_mails (id, channel_id, alerts, notice, next_at, created_at)
     select id, channel_id, '[]', notice, now, now
       from json_to_recordset($1::json) as r(id uuid, channel_id uuid, notice json, now bigint)`,
    [JSON.stringify(rows)],
  );
  return rows.length;
}

/** Whether a notice still asks something of its reader. */
export async function isStillOpen(
  tx: Queries,
  notice: Notice,
  { channel }: { channel: Channel },
): Promise<boolean> {
  // A promise that was kept since then leaves the queue by its own event.
  if (notice.kind === 'promise-overdue') return true;
  if (notice.kind === 'ladder-gaps') {
    const { found } = await latestGaps(tx);
    return isAnyLeft(notice.gaps, found);
  }
  const access = await accessOf(tx, principalOf(channel));
  if ('transferId' in notice) {
    const state = (await statesOf(tx, [notice])).get(notice.caseId);
    if (state === undefined || !isStillThere(notice, state)) return false;
    if (notice.kind !== 'transfer-withdrawn') return maySee(access, state);
    // Who was asked in vain sees the case no more.
    return !isKeptFrom(access, state) && (await mayHaveArrived(tx, notice.transferId, channel.id));
  }
  if (notice.kind === 'order-given') {
    const waiting = await tx.query(
      `select 1 from orders o join cases c on c.id = o.case_id
        where o.id = $1 and o.status in ('open', 'overdue') and ${seenCondition(2)}`,
      [notice.orderId, ...seenParameters(access)],
    );
    return waiting.length > 0;
  }
  const open = await tx.query(
    `select 1 from join_requests j join cases c on c.id = j.case_id
      where j.case_id = $1 and j.agent = $2 and ${seenCondition(3)}`,
    [notice.caseId, notice.agent, ...seenParameters(access)],
  );
  return open.length > 0;
}

/** The customer has the answer: nobody need be told any more that it is late. */
export async function dropPromiseMails(tx: Queries, questionId: string): Promise<void> {
  await tx.query(
    `update alert_mails set state = 'superseded'
      where state in ('waiting', 'parked') and notice->>'questionId' = $1`,
    [questionId],
  );
}

/**
 * The channels that mails of transfers which were taken back have left for, or are leaving for. One that nobody has tried
 * to send yet never will be.
 */
async function leftMails(
  tx: Queries,
  notices: readonly Notice[],
): Promise<(transferId: string) => ReadonlySet<string>> {
  const withdrawn = notices.flatMap((one) =>
    one.kind === 'transfer-withdrawn' ? one.transferId : [],
  );
  const left = new Map<string, Set<string>>(withdrawn.map((id) => [id, new Set()]));
  if (withdrawn.length > 0) {
    const rows = await tx.query<{ transferId: string; channel: string }>(
      `select notice->>'transferId' as "transferId", channel_id as channel from alert_mails
        where notice is not null and notice->>'transferId' = any($1::text[])
          and notice->>'kind' = 'transferred'
          and (state = 'delivered' or state = 'waiting' and attempts > 0)`,
      [withdrawn],
    );
    for (const { transferId, channel } of rows) left.get(transferId)!.add(channel);
  }
  return (transferId) => left.get(transferId) ?? new Set();
}

/**
 * Whether the mail of a transfer has arrived, as far as is known: of one that is under way, whose process died or that
 * the server said nothing to in time nobody can say that it has not.
 */
async function mayHaveArrived(tx: Queries, transferId: string, channel: string): Promise<boolean> {
  const rows = await tx.query(
    `select 1 from alert_mails
      where notice is not null and notice->>'transferId' = $1 and notice->>'kind' = 'transferred'
        and channel_id = $2
        and (state = 'delivered' or outcome = 'ETIMEDOUT'
             or outcome is null and attempts > case state when 'waiting' then 0 else 1 end)`,
    [transferId, channel],
  );
  return rows.length > 0;
}

/** The units by which its readers are told apart. */
function unitsIn(notice: Notice): string[] {
  switch (notice.kind) {
    case 'order-given':
      return [notice.unit];
    case 'transferred':
      return [notice.to, ...(notice.from === undefined ? [] : [notice.from])];
    case 'transfer-refused':
    case 'handed-back':
      return [notice.unit, ...(notice.backTo === undefined ? [] : [notice.backTo])];
    default:
      return [];
  }
}

async function statesOf(tx: Queries, notices: readonly Notice[]): Promise<Map<string, OpenedCase>> {
  const ids = notices.flatMap((one) => ('caseId' in one ? one.caseId : []));
  const rows = await tx.query<{ id: string; state: string }>(
    `select id, state from cases where id = any($1::uuid[])`,
    [[...new Set(ids)]],
  );
  return new Map(rows.map(({ id, state }) => [id, JSON.parse(state) as OpenedCase]));
}
