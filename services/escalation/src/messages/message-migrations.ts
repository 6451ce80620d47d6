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
];
