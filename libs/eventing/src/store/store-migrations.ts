import type { Migration } from '#platform';

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
        );
        create index events_in_log_order on events (epoch, tx, position);
        create table seals (
          number bigint primary key,
          epoch int not null,
          tx xid8 not null,
          position bigint not null,
          count int not null,
          root text not null,
          previous text not null,
          hash text not null,
          signature text not null,
          sealed_at bigint not null
        );
        create table leases (name text primary key, owner text not null, fence bigint not null, expires_at timestamptz not null);
      `,
    },
  ];
}

/** Tables of a service that consumes events: inbox, checkpoints, parked keys and dead letters. */
export function consumerMigrations(): Migration[] {
  return [
    {
      name: '0002-consumer',
      sql: `
        create table inbox (
          handler text not null, source text not null, id uuid not null, body_hash text not null, handled_at bigint not null,
          primary key (handler, source, id)
        );
        create table checkpoints (
          log text not null, partition smallint not null,
          epoch int not null, tx xid8 not null, position bigint not null,
          primary key (log, partition)
        );
        create table parked (
          number bigint generated always as identity primary key,
          topic text not null, key text not null, source text not null, id uuid not null,
          reason text not null, detail text not null, attempts int not null default 0,
          state text not null default 'retrying' check (state in ('retrying', 'stuck')),
          next_attempt_at bigint not null, parked_at bigint not null, record text not null
        );
        create index parked_by_key on parked (key);
        create table dead_letters (
          number bigint generated always as identity primary key,
          topic text not null, key text not null, source text not null, id text not null, type text not null,
          reason text not null, detail text not null, headers text not null, body bytea not null,
          state text not null default 'dead' check (state in ('dead', 'redriven', 'discarded')),
          replays int not null default 0, dead_at bigint not null, decided_by text, decided_at bigint
        );
        create index dead_letters_open on dead_letters (number) where state = 'dead';
      `,
    },
  ];
}
