import type { Migration } from '#platform';

/** Facts that reports count. Each group of columns is written from one topic only, so their order does not matter. */
export const reportingMigrations: Migration[] = [
  {
    name: '0100-facts',
    sql: `
      create table case_facts (
        case_id uuid primary key,
        number text not null, category text not null, channel text not null, severity text not null, tier text not null,
        unit text, product text, received_at bigint not null, stage text not null, status text not null,
        resolved_at bigint, closed_at bigint, reopened int not null default 0
      );
      create index case_facts_received on case_facts (received_at);
      create table clock_facts (
        case_id uuid not null, clock_id text not null,
        kind text not null, due_at bigint not null,
        category text not null, channel text not null, severity text not null, tier text not null, unit text, product text,
        started_at bigint, warnings int not null default 0,
        verdict text, verdict_at bigint, stopped_at bigint, judged text, judged_at bigint,
        primary key (case_id, clock_id)
      );
      create table satisfaction_facts (
        survey_id uuid primary key, case_id uuid, kind text not null, score double precision not null,
        satisfied boolean not null, at bigint not null
      );
      create index satisfaction_facts_case on satisfaction_facts (case_id);
    `,
  },
  {
    name: '0101-churn-facts',
    sql: `
      create table churn_facts (
        event_id uuid primary key, customer_id uuid not null, case_id uuid, at bigint not null,
        level text not null, previous text not null, score double precision not null, is_rise boolean not null,
        category text, channel text, severity text, tier text, unit text, product text
      );
      create index churn_facts_at on churn_facts (at);
      create index churn_facts_customer on churn_facts (customer_id, at);
    `,
  },
  {
    name: '0102-clock-revisions',
    sql: `alter table clock_facts add column revision int not null default 1;`,
  },
  {
    name: '0280-handling-facts',
    sql: `
      create table handling_facts (
        handling_id uuid primary key, case_id uuid not null, at bigint not null, seconds int not null,
        cost numeric, is_over_target boolean not null, is_over_limit boolean not null,
        category text, channel text, severity text, tier text, unit text, product text
      );
      create index handling_facts_at on handling_facts (at);
    `,
  },
  {
    name: '0300-overridden-stages',
    sql: `alter table case_facts add column overridden int not null default 0;`,
  },
  {
    name: '0360-churn-factors',
    sql: `alter table churn_facts add column factors jsonb not null default '[]';`,
  },
  {
    name: '0370-order-facts',
    sql: `
      create table order_facts (
        order_id uuid primary key, case_id uuid not null, kind text not null, unit text not null, matter text,
        problem_kind text, given_at bigint not null, due_at bigint not null, status text not null,
        is_late boolean not null, ended_at bigint
      );
      create index order_facts_given on order_facts (given_at);
      create index order_facts_case on order_facts (case_id);
    `,
  },
  {
    name: '0380-transfer-facts',
    sql: `
      create table transfer_facts (
        transfer_id uuid primary key, case_id uuid not null, at bigint not null, outcome text,
        is_handed_back boolean not null, category text, channel text, severity text, tier text, unit text, product text
      );
      create index transfer_facts_at on transfer_facts (at);
      create table unit_facts (
        case_id uuid not null, ordinal int not null, unit text, from_at bigint not null, to_at bigint,
        primary key (case_id, ordinal)
      );
    `,
  },
  {
    name: '0390-churn-facts-case',
    sql: `create index churn_facts_case on churn_facts (case_id, at desc, event_id) where is_rise;`,
  },
  {
    name: '0400-case-owners',
    sql: `alter table case_facts add column owner text;`,
  },
  {
    // Changes of one customer at one instant follow each other by their place in the customer's stream.
    name: '0410-churn-sequence',
    sql: `
      alter table churn_facts add column sequence int;
      create index churn_facts_latest on churn_facts (customer_id, at desc, sequence desc nulls last, event_id desc);
      drop index churn_facts_customer;
      create index churn_facts_change on churn_facts (case_id, at desc, sequence desc nulls last, event_id desc);
    `,
  },
  {
    name: '0420-repeat-facts',
    sql: `
      create table repeat_facts (
        case_id uuid not null, earlier_id uuid not null, is_repeat boolean not null,
        primary key (case_id, earlier_id)
      );
      create index repeat_facts_earlier on repeat_facts (earlier_id) where is_repeat;
    `,
  },
  {
    name: '0430-churn-weights',
    sql: `alter table churn_facts add column weights jsonb not null default '[]';`,
  },
];
