import type { ChannelBody, ChannelView, MailListQuery, MailView, Role } from '#contracts';
import { newId } from '#platform';
import type { Principal, Queries, Tx } from '#platform';
import { beginFeed } from '../outside/log-feed.js';
import type { ToldAlert } from './told-alert.js';

/** Where one person has alerts mailed to, and what that person could do when it was last kept. */
export interface Channel {
  id: string;
  /** Of the person's tokens. */
  subject: string;
  username: string;
  agentId: string | null;
  roles: Role[];
  email: string;
  language: ChannelView['language'];
  timeZone: string;
}

/** Channels beside the agent whom their owner names: one who left the organisation is told nothing. */
export const liveChannels = `alert_channels c left join agents a on a.id = c.agent_id`;
export const isLive = `coalesce(a.active, true)`;
export const channelColumns = `c.id, c.subject, c.username, c.agent_id as "agentId", c.roles, c.email, c.language,
  c.time_zone as "timeZone"`;

/** As whom a channel's owner reads and acknowledges. */
export function principalOf({ subject, username, roles, agentId }: Channel): Principal {
  const kind = 'user';
  return { sub: subject, username, roles, kind, ...(agentId !== null && { agentId }) };
}

/** Undefined once the channel is gone, or its owner has left the organisation. */
export async function findOwner(tx: Queries, id: string): Promise<Principal | undefined> {
  const [channel] = await tx.query<Channel & Record<string, unknown>>(
    `select ${channelColumns} from ${liveChannels} where c.id = $1 and ${isLive}`,
    [id],
  );
  return channel && principalOf(channel);
}

/** The channels, by name; that of one subject or id where one is given. */
export async function findChannels(
  tx: Queries,
  { subject, id }: { subject?: string; id?: string } = {},
): Promise<ChannelView[]> {
  const rows = await tx.query<Omit<ChannelView, 'createdAt'> & { created: number }>(
    `select c.id, c.username, c.email, c.language, c.time_zone as "timeZone", c.created_at::float8 as created,
            count(m.id) filter (where m.state = 'waiting')::int as waiting,
            count(m.id) filter (where m.state = 'delivered')::int as delivered,
            count(m.id) filter (where m.state = 'parked')::int as parked
       from alert_channels c left join alert_mails m on m.channel_id = c.id
      where ($1::text is null or c.subject = $1) and ($2::uuid is null or c.id = $2)
      group by c.id order by c.username, c.id`,
    [subject ?? null, id ?? null],
  );
  return rows.map(({ created, ...row }) => ({
    ...row,
    createdAt: new Date(created).toISOString(),
  }));
}

/** Another address takes over what is still to be sent. */
export async function keepChannel(
  tx: Tx,
  { sub, username, agentId, roles }: Principal,
  { email, language, timeZone }: ChannelBody,
  now: number,
): Promise<void> {
  await beginFeed(tx, 'alert_mail_feed', 'exists (select 1 from alert_channels)');
  await tx.query(
    `insert into alert_channels (id, subject, username, agent_id, roles, email, language, time_zone, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict (subject) do update set username = excluded.username, agent_id = excluded.agent_id,
       roles = excluded.roles, email = excluded.email, language = excluded.language, time_zone = excluded.time_zone`,
    [newId(now), sub, username, agentId ?? null, roles, email, language, timeZone, now],
  );
}

/** What was or is to be mailed over one channel, the newest first. */
export async function listMails(
  tx: Queries,
  channelId: string,
  { state, cursor, limit }: MailListQuery,
): Promise<{ items: MailView[]; next: string | null }> {
  const rows = await tx.query<{
    id: string;
    alerts: string;
    about: MailView['about'];
    state: MailView['state'];
    attempts: number;
    outcome: string | null;
    due: number | null;
    created: number;
    arrived: number | null;
  }>(
    `select id, alerts, coalesce(notice->>'kind', 'alerts') as about, state, attempts, outcome, case when state = 'waiting' then next_at::float8 end as due,
            created_at::float8 as created, delivered_at::float8 as arrived
       from alert_mails
      where channel_id = $1 and ($2::text is null or state = $2) and ($3::uuid is null or id < $3)
      order by id desc limit $4`,
    [channelId, state ?? null, cursor ?? null, limit + 1],
  );
  const iso = (instant: number | null) =>
    instant === null ? null : new Date(instant).toISOString();
  const page = rows.slice(0, limit);
  return {
    items: page.map(({ alerts, due, created, arrived, ...row }) => ({
      ...row,
      alertIds: (JSON.parse(alerts) as ToldAlert[]).map(({ alertId }) => alertId),
      nextAt: iso(due),
      createdAt: iso(created)!,
      deliveredAt: iso(arrived),
    })),
    next: rows.length > limit ? page.at(-1)!.id : null,
  };
}

/** Parked mails wait again, as if they had never been tried. */
export async function redriveMails(tx: Queries, channelId: string, now: number): Promise<number> {
  const rows = await tx.query(
    `update alert_mails set state = 'waiting', attempts = 0, next_at = $2
      where channel_id = $1 and state = 'parked' returning id`,
    [channelId, now],
  );
  return rows.length;
}
