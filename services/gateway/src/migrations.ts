import type { Migration } from '#platform';

/** Local accounts, machine keys, tokens that were given back before they expired; what operators did. */
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
  {
    name: '0002-operations',
    sql: `
      create table operator_actions (
        id uuid primary key, at bigint not null, actor text not null, action text not null,
        service text not null, affected int not null, selection text not null
      );
      create table verifications (
        number bigint generated always as identity primary key,
        started_at bigint not null, finished_at bigint not null, started_by text not null, logs text not null
      );
    `,
  },
  {
    name: '0150-status-tries',
    sql: `
      create table status_tries (
        subject text not null, hour bigint not null, tries int not null, primary key (hour, subject)
      );
    `,
  },
  {
    // A session that began under an earlier password is not prolonged.
    name: '0350-sessions',
    sql: `alter table accounts add column password_set_at bigint not null default 0`,
  },
  {
    // Who has put the guide for newcomers away; by `sub`, as people of another issuer have no account.
    name: '0410-first-run',
    sql: `create table first_run_dismissals (sub text primary key, at bigint not null)`,
  },
  {
    // Tokens made before have the roles, and the agent, of then.
    name: '0411-role-changes',
    sql: `alter table accounts add column roles_changed_at bigint not null default 0`,
  },
  {
    // When the account was last disabled or restored: nothing that began before goes on.
    name: '0420-ended-sessions',
    sql: `alter table accounts add column sessions_ended_at bigint not null default 0`,
  },
  {
    // The tokens that a session had before it was prolonged end with the one that is given back.
    name: '0430-sessions-given-back',
    sql: `alter table revoked_tokens add column session text`,
  },
  {
    // Whose alerts are mailed no more, until escalation knows it; also of accounts that were disabled before.
    name: '0431-channel-ends',
    sql: `
      create table channel_ends (account uuid primary key references accounts, since bigint not null);
      insert into channel_ends (account, since) select id, 0 from accounts where is_disabled;
    `,
  },
  {
    // Where somebody is signed in; a session of before is among them once it is used.
    name: '0465-sessions',
    sql: `
      create table sessions (
        id text primary key, account text not null, began_at bigint not null, used_at bigint not null,
        expires_at bigint not null, agent text
      );
      create index sessions_of_account on sessions (account);
    `,
  },
];
