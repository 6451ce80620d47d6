import type { Migration } from '#platform';

/** Who has alerts mailed, how far the log was looked through for them, and the mails. */
export const channelMigrations: readonly Migration[] = [
  {
    name: '0220-alert-mails',
    sql: `
      create table alert_channels (
        id uuid primary key, subject text not null unique, username text not null, agent_id text,
        roles text[] not null, email text not null, language text not null, time_zone text not null,
        created_at bigint not null
      );
      create table alert_mails (
        id uuid primary key, channel_id uuid not null references alert_channels (id) on delete cascade,
        alerts text not null,
        state text not null default 'waiting' check (state in ('waiting', 'delivered', 'parked', 'superseded')),
        attempts int not null default 0, next_at bigint not null, outcome text,
        created_at bigint not null, delivered_at bigint
      );
      create index alert_mails_due on alert_mails (next_at) where state = 'waiting';
      create index alert_mails_by_channel on alert_mails (channel_id, id desc);
      create table alert_mail_feed (
        id boolean primary key default true check (id), epoch int not null, tx text not null, position text not null
      );
    `,
  },
  {
    // A mail tells of alerts, or of one thing else.
    name: '0400-notices',
    sql: `alter table alert_mails add column notice json;`,
  },
  {
    // What channels got in the last minute is asked whenever alerts are raised: each keeps a week of mails.
    name: '0463-latest-mails',
    sql: `
      create index alert_mails_latest on alert_mails (channel_id, (greatest(created_at, delivered_at)))
        where notice is null;
    `,
  },
  {
    // Whoever takes a transfer back asks who was mailed of it.
    name: '0464-transfer-mails',
    sql: `
      create index alert_mails_of_transfer on alert_mails ((notice->>'transferId')) where notice is not null;
    `,
  },
];
