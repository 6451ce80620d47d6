import type { Migration } from '#platform';

/** Who wants which events, how far the log was looked through for them, and what is to be sent. */
export const webhookMigrations: Migration[] = [
  {
    name: '0130-webhooks',
    sql: `
      create table webhook_subscriptions (
        id uuid primary key, url text not null, types text[] not null, description text,
        active boolean not null default true, secret_version int not null default 1,
        created_by text not null, created_at bigint not null
      );
      create table webhook_deliveries (
        subscription_id uuid not null references webhook_subscriptions (id) on delete cascade,
        event_id uuid not null, type text not null, case_id text not null, body text not null,
        state text not null default 'waiting' check (state in ('waiting', 'delivered', 'parked')),
        attempts int not null default 0, next_at bigint not null, outcome text,
        created_at bigint not null, delivered_at bigint,
        primary key (subscription_id, event_id)
      );
      create index webhook_deliveries_due on webhook_deliveries (subscription_id, next_at) where state = 'waiting';
      create table webhook_feed (
        id boolean primary key default true check (id), epoch int not null, tx text not null, position text not null
      );
    `,
  },
  {
    // On the application's clock, as recording is: what signals recorded before is not for a subscription.
    name: '0221-webhooks-of-signals',
    sql: `alter table webhook_subscriptions add heard_from bigint not null default 0;`,
  },
];
