import { personalViewsMigration } from '#platform';
import type { Migration } from '#platform';

/** What signals knows of customers: signs and level, and whose case a case is. No personal data. */
export const signalsMigrations: Migration[] = [
  {
    name: '0100-churn',
    sql: `
      create table churn_customers (
        customer_id uuid primary key,
        tier text not null default 'standard',
        signs text not null default '[]',
        level text not null default 'none',
        score double precision not null default 0,
        latest_at bigint not null default 0,
        case_id uuid,
        dimensions text,
        version int not null default 0,
        chain_hash text not null default '',
        falls_at bigint
      );
      create index churn_customers_falling on churn_customers (falls_at) where falls_at is not null;
      create table churn_cases (case_id uuid primary key, customer_id uuid not null);
    `,
  },
  {
    name: '0110-churn-cases-of-customer',
    sql: `create index churn_cases_customer on churn_cases (customer_id)`,
  },
  personalViewsMigration('0120-personal-views'),
];
