import type { Migration } from '#platform';

export const reminderMigrations: readonly Migration[] = [
  {
    // Cases that were snoozed before say too by whom and why: their states are what their events say.
    name: '0440-snoozed-by',
    sql: `
      update cases c
         set state = jsonb_set(c.state::jsonb, '{snooze}', c.state::jsonb -> 'snooze' || e.said)::text
        from (select distinct on (stream) stream,
                     jsonb_build_object('by', data::json ->> 'by', 'reason', data::json ->> 'reason') as said
                from events where type = 'clearline.case.reminders-snoozed.v1'
               order by stream, sequence desc) e
       where e.stream = 'case-' || c.id and c.state::jsonb ? 'snooze' and not c.state::jsonb -> 'snooze' ? 'by';
    `,
  },
];
