import type { Migration } from '#platform';

/** What supervisors filter and count by; the state of each case is the truth. */
export const workloadMigrations: readonly Migration[] = [
  {
    name: '0310-workload',
    sql: `
      alter table cases add column complaint_tier text, add column is_overdue boolean;
      update cases set complaint_tier = state::json -> 'triage' ->> 'complaintTier',
        is_overdue = exists (
          select 1 from json_array_elements(state::json -> 'clocks') clock
           where clock ->> 'state' = 'breached' and clock ->> 'stoppedAt' is null)
       where stage <> 'closed';
    `,
  },
  {
    // What was merged while it was late kept its clock: nobody waits for it any more.
    name: '0320-ended-is-not-overdue',
    sql: `update cases set is_overdue = false where stage = 'closed' and is_overdue;`,
  },
  {
    // Load and open cases of queues are counted over these (`inWork`), which are few beside those that have ended.
    name: '0461-cases-in-work',
    sql: `create index cases_in_work on cases (id) where status in ('open', 'paused');`,
  },
];
