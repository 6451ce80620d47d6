import type { Migration } from '#platform';

/** What messages to the customer are written from, and what of them is not sent yet. */
export const messageMigrations: readonly Migration[] = [
  {
    name: '0180-message-templates',
    sql: `
      create table message_template_versions (
        version int primary key, body text not null, published_by text not null, published_at bigint not null
      );
    `,
  },
  {
    // Text and recipient are sealed envelopes: erasing the customer erases what was about to be written to them.
    name: '0181-message-drafts',
    sql: `
      create table message_drafts (
        case_id uuid not null, username text not null, kind text not null, channel text not null,
        template text, text text not null, recipient text, saved_at bigint not null,
        primary key (case_id, username)
      );
    `,
  },
  {
    // Text and address stay in the events of the case.
    name: '0182-message-mails',
    sql: `
      create table message_mails (
        message_id uuid primary key, case_id uuid not null,
        state text not null default 'waiting' check (state in ('waiting', 'delivered', 'parked', 'erased')),
        attempts int not null default 0, next_at bigint not null, outcome text,
        created_at bigint not null, delivered_at bigint
      );
      create index message_mails_due on message_mails (next_at) where state = 'waiting';
      create index message_mails_parked on message_mails (message_id desc) where state = 'parked';
    `,
  },
  {
    // A note and a message are written side by side; each is kept by itself.
    name: '0183-note-drafts',
    sql: `
      create table note_drafts (
        case_id uuid not null, username text not null, text text not null, saved_at bigint not null,
        primary key (case_id, username)
      );
    `,
  },
  {
    // What was begun for a party is not found again as a message to the customer.
    name: '0184-drafts-for-parties',
    sql: `alter table message_drafts add column party_id uuid;`,
  },
  {
    // Two devices of one person do not overwrite each other unseen.
    name: '0185-draft-versions',
    sql: `
      alter table message_drafts add column version bigint not null default 1;
      alter table note_drafts add column version bigint not null default 1;
    `,
  },
];
