import type { Migration } from '#platform';

/**
 * Files of cases. The content is sealed part by part under a key of the file's own, which is sealed under
 * the customer's: who loses the one loses the other. Sealed bytes do not compress, so nothing tries to.
 */
export const attachmentMigrations: readonly Migration[] = [
  {
    name: '0290-attachments',
    sql: `
      create table attachments (
        id uuid primary key, case_id uuid not null,
        state text not null check (state in ('arriving', 'kept', 'removed', 'erased')),
        key_id uuid not null, sealed_key text, name text, media_type text not null,
        bytes bigint, parts int, checksum text, at bigint, added_by text,
        started_at timestamptz not null default now()
      );
      create index attachments_by_case on attachments (case_id, at, id) where state <> 'arriving';
      create index attachments_arriving on attachments (started_at) where state = 'arriving';
      create table attachment_parts (
        attachment_id uuid not null references attachments (id) on delete cascade,
        part int not null, content bytea not null,
        primary key (attachment_id, part)
      );
      alter table attachment_parts alter column content set storage external;
    `,
  },
];
