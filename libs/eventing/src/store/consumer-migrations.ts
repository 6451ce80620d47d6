import type { Migration } from '#platform';

/**
 * Tables of a service that consumes events. The inbox names what became of every event that arrived:
 * handled, parked, dead or discarded, exactly one of them.
 */
export function consumerMigrations(): Migration[] {
  return [
    {
      name: '0002-consumer',
      sql: `
        create table inbox (
          handler text not null, source text not null, id text not null,
          body_hash text not null,
          outcome text not null check (outcome in ('handled', 'parked', 'dead', 'discarded')),
          arrived_at bigint not null,
          primary key (handler, source, id)
        );
        create table checkpoints (
          log text not null, partition smallint not null,
          epoch int not null, tx xid8 not null, position bigint not null,
          primary key (log, partition)
        );
        create table parked (
          number bigint generated always as identity primary key,
          topic text not null, key text not null, source text not null, event_id text not null,
          type text not null, record text not null,
          reason text not null, detail text not null, attempts int not null,
          next_attempt_at bigint, parked_at bigint not null,
          redriven_by text, redriven_at bigint,
          unique (topic, key, number)
        );
        create index parked_by_key on parked (key);
        create index parked_due on parked (next_attempt_at) where next_attempt_at is not null;
        create table dead_letters (
          number bigint generated always as identity primary key,
          topic text not null, key text not null, source text not null, event_id text not null,
          type text not null, record text not null, body bytea not null,
          reason text not null, detail text not null,
          state text not null default 'dead' check (state in ('dead', 'redrive', 'redriven', 'discarded')),
          replays int not null default 0, failed_at bigint not null,
          resolved_by text, resolved_at bigint, redrive_at bigint
        );
        create table rebuilds (actor text not null, started_at bigint not null);
        create index dead_letters_redrive on dead_letters (number) where state = 'redrive';
        create index dead_letters_open on dead_letters (number) where state = 'dead';
      `,
    },
    {
      name: '0002-dead-letter-copies',
      sql: `
        alter table dead_letters add column copied_at bigint;
        create index dead_letters_uncopied on dead_letters (number) where copied_at is null;
      `,
    },
  ];
}
