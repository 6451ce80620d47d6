import type { Migration } from '#platform';

/** Where an alert is on its ladder, and whom it told on the way. */
export const alertMigrations: readonly Migration[] = [
  {
    name: '0120-ladders',
    sql: `alter table alerts add ladder text, add step text, add told text;`,
  },
  {
    // Unknown of those who were defined before, until they are again.
    name: '0121-roles',
    sql: `alter table agents add roles text;`,
  },
  {
    // Of alerts without a ladder, which have no level of a policy that says so.
    name: '0122-desks',
    sql: `alter table alerts add unit text, add desk text;`,
  },
  {
    // Agents read what tells their desk: a few among all that supervisors are told.
    name: '0123-desk-alerts',
    sql: `create index alerts_of_desks on alerts (raised_at desc, id desc) where desk is not null;`,
  },
  {
    // Of those that wait, whose clock stopped is known from their case; when they climb, once they climb again.
    name: '0410-urgency',
    sql: `
      alter table alerts add clock_id text, add next_at bigint, add stopped_at bigint;
      create index alerts_waiting on alerts (case_id) where acknowledged_at is null;
      update alerts a set clock_id = clock ->> 'clockId', stopped_at = (clock ->> 'stoppedAt')::bigint
        from cases c, json_array_elements(c.state::json -> 'clocks') clock
       where a.acknowledged_at is null and c.id = a.case_id
         and clock ->> 'kind' = a.kind and (clock ->> 'dueAt')::bigint = a.due_at;
    `,
  },
  {
    // Keys as of `namesIn`: of those that wait whatever their events name, of the others desks alone.
    name: '0430-named',
    sql: `
      alter table alerts add named text[];
      update alerts a set named = found.keys from (
        select id, array_agg(distinct key order by key) as keys from (
          select a.id, e.data::jsonb as told from alerts a join events e on e.stream = 'case-' || a.case_id
           where a.acknowledged_at is null and e.type ~ '^clearline[.]alert[.](raised|climbed)[.]'
             and e.data::jsonb ->> 'alertId' = a.id::text
        ) telling, lateral (
          select 'desk:' || (told ->> 'desk') where told ? 'desk'
          union all select 'agent:' || person from jsonb_array_elements_text(told -> 'people') person
          union all select 'unit:' || (told ->> 'audience') || ':' || (told ->> 'unit') where told ? 'unit'
          union all select 'roster:' || (told ->> 'roster') where told ? 'roster'
          union all select 'agent:' || (told ->> 'owner')
           where told ->> 'audience' = 'agent' and told ? 'owner' and not told ?| array['unit', 'people', 'roster']
        ) named (key) group by id
      ) found where found.id = a.id;
      update alerts set named = array['desk:' || desk] where named is null and desk is not null;
      create index alerts_named on alerts using gin (named) where named is not null;
      drop index alerts_of_desks;
    `,
  },
  {
    // Of those raised since: levels that would have told nobody.
    name: '0450-passed-levels',
    sql: `alter table alerts add passed text;`,
  },
];
