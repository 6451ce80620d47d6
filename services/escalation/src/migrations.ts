import { personalViewsMigration } from '#platform';
import { departmentMigrations } from './departments/department-migrations.js';
import type { Migration } from '#platform';
import { chainMigrations } from './policies/chain-migrations.js';
import { accessMigrations } from './access/access-migrations.js';
import { attachmentMigrations } from './attachments/attachment-migrations.js';
import { alertMigrations } from './alerts/alert-migrations.js';
import { extensionMigrations } from './extensions/extension-migrations.js';
import { joinMigrations } from './repeats/join-request-rows.js';
import { approvalMigrations } from './approvals/approval-migrations.js';
import { channelMigrations } from './channels/channel-migrations.js';
import { webhookMigrations } from './webhooks/webhook-migrations.js';
import { evidenceMigrations } from './evidence/evidence-migrations.js';
import { incidentMigrations } from './incidents/incident-migrations.js';
import { messageMigrations } from './messages/message-migrations.js';
import { dutyMigrations } from './duty/duty-migrations.js';
import { conflictMigrations } from './conflicts/conflict-migrations.js';
import { orderMigrations } from './orders/order-migrations.js';
import { queueMigrations } from './queues/queue-migrations.js';
import { safetyMigrations } from './safety/safety-migrations.js';
import { savedViewMigrations } from './saved-views/saved-view-migrations.js';
import { workloadMigrations } from './workload/workload-migrations.js';
import { presenceMigrations } from './presence/presence-migrations.js';
import { reminderMigrations } from './reminders/reminder-migrations.js';
import { resolutionMigrations } from './resolution/resolution-migrations.js';

/** The case's snapshot beside the columns lists need, its one timer, its alerts, and policy versions. */
export const escalationMigrations: Migration[] = [
  {
    name: '0100-cases',
    sql: `
      create table cases (
        id uuid primary key,
        number text not null unique,
        version int not null,
        chain_hash text not null,
        stage text not null,
        status text not null,
        owner text,
        unit text,
        category text not null,
        priority text not null,
        received_at bigint not null,
        next_due_at bigint,
        state text not null
      ) with (toast_tuple_target = 4080);
      create index cases_by_receipt on cases (received_at desc, id desc);
      create index cases_by_due on cases (next_due_at) where next_due_at is not null;
      create table timers (
        kind text not null, id uuid not null, due_at bigint not null, generation int not null,
        state text not null check (state in ('armed', 'idle')),
        primary key (kind, id)
      );
      create index timers_due on timers (due_at) where state = 'armed';
      create table alerts (
        id uuid primary key,
        case_id uuid not null,
        number text not null,
        cause text not null,
        level int not null,
        audience text not null,
        kind text,
        threshold double precision,
        due_at bigint,
        raised_at bigint not null,
        acknowledged_at bigint,
        acknowledged_by text
      );
      create index alerts_newest on alerts (raised_at desc, id desc);
      create table policies (
        version int primary key, body text not null, published_by text not null, published_at bigint not null
      );
      create table case_texts (
        case_id uuid not null, event_id uuid not null, field text not null, text text not null,
        primary key (event_id, field)
      );
    `,
  },
  {
    name: '0101-tasks',
    sql: `
      create table tasks (
        id uuid primary key, kind text not null check (kind in ('orphan')),
        source text not null, event_id text not null, event_type text not null, case_id text not null,
        waiting_since bigint not null, created_at bigint not null,
        closed_at bigint, closed_by text, outcome text check (outcome in ('handled', 'discarded', 'dismissed')),
        unique (source, event_id)
      );
      create index tasks_open on tasks (id) where closed_at is null;
    `,
  },
  {
    name: '0102-agents',
    sql: `create table agents (id text primary key, active boolean not null);`,
  },
  {
    name: '0103-policy-applications',
    sql: `
      create table policy_applications (
        version int primary key references policies (version), requested_by text not null,
        started_at bigint not null, finished_at bigint,
        after_id uuid not null default '00000000-0000-0000-0000-000000000000',
        examined int not null default 0, changed int not null default 0
      );
    `,
  },
  {
    name: '0104-policy-application-failures',
    sql: `
      create table policy_application_failures (
        version int not null references policies (version), case_id uuid not null, error text not null,
        primary key (version, case_id)
      );
    `,
  },
  ...evidenceMigrations,
  ...alertMigrations,
  ...webhookMigrations,
  personalViewsMigration('0170-personal-views'),
  ...departmentMigrations,
  ...resolutionMigrations,
  ...accessMigrations,
  ...channelMigrations,
  ...incidentMigrations,
  ...messageMigrations,
  ...conflictMigrations,
  ...dutyMigrations,
  ...orderMigrations,
  ...safetyMigrations,
  ...presenceMigrations,
  ...chainMigrations,
  ...queueMigrations,
  ...approvalMigrations,
  ...attachmentMigrations,
  ...workloadMigrations,
  ...savedViewMigrations,
  ...joinMigrations,
  ...extensionMigrations,
  ...reminderMigrations,
];
