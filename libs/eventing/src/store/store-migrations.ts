import type { Migration } from '#platform';
import { readableLog, writerLock } from './readable-log.js';

/** Tables of a service that writes events: the log, its epoch, its seals and the leases of its readers. */
export function eventStoreMigrations(): Migration[] {
  return [
    {
      name: '0001-events',
      sql: `
        create table epochs (epoch int primary key, started_at timestamptz not null default now());
        insert into epochs (epoch) values (1);
        create function current_epoch() returns int language plpgsql stable set search_path from current as 'begin return (select max(epoch) from epochs); end';
        create table events (
          epoch int not null,
          position bigint generated always as identity,
          tx xid8 not null default pg_current_xact_id(),
          stream text not null,
          sequence int not null,
          id uuid not null,
          source text not null,
          type text not null,
          topic text not null,
          key text not null,
          partition smallint not null,
          headers text not null,
          data text not null,
          hash text not null,
          occurred_at bigint not null,
          recorded_at bigint not null,
          primary key (stream, sequence)
        )
        -- Most rows stay below this; compressing those of some 2 kB costs more than all else about an insert.
        with (toast_tuple_target = 4080);
        create index events_in_log_order on events (epoch, tx, position);
        create table seals (
          number bigint primary key,
          epoch int not null,
          tx xid8 not null,
          position bigint not null,
          count int not null,
          streams text not null,
          root text not null,
          previous text not null,
          hash text not null,
          signature text not null,
          sealed_at bigint not null
        );
        create table leases (name text primary key, owner text not null, fence bigint not null, expires_at timestamptz not null);
        create table relay_checkpoints (name text primary key, fence bigint not null, epoch int not null, tx xid8 not null, position bigint not null);
      `,
    },
    { name: '0002-readable-log', sql: readableLog, opens: writerLock },
  ];
}
