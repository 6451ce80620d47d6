import type { Migration } from '#platform';

/** Local accounts, machine keys, and tokens that were given back before they expired. */
export const gatewayMigrations: Migration[] = [
  {
    name: '0001-access',
    sql: `
      create table accounts (
        id uuid primary key, username text not null unique, password_hash text not null,
        roles text[] not null, agent_id text, is_disabled boolean not null default false,
        failures int not null default 0, locked_until bigint, created_at bigint not null
      );
      create table api_keys (
        id uuid primary key, name text not null, key_hash text not null unique, roles text[] not null,
        created_by text not null, created_at bigint not null, revoked_at bigint
      );
      create table revoked_tokens (token_hash text primary key, expires_at bigint not null);
      create table installation (name text primary key, value text not null);
    `,
  },
];
