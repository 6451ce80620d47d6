import type { Migration } from '#platform';

/**
 * What the list of those who wait for more time needs; the cases are the truth. It begins with what they hold and
 * their events say of it.
 */
export const extensionMigrations: readonly Migration[] = [
  {
    name: '0340-extension-requests',
    sql: `
      create table extension_requests (
        case_id uuid not null, clock_id text not null, number text not null, asked_at bigint not null,
        asked_by text not null, reason text not null, waits boolean not null,
        primary key (case_id, clock_id)
      );
      create index extension_requests_by_asking on extension_requests (asked_at, case_id, clock_id) where waits;
      insert into extension_requests
        select distinct on (c.id, e.clock_id) c.id, e.clock_id, c.number, e.occurred_at, e.asked_by, e.reason,
               c.stage <> 'closed' and exists (
                 select 1 from jsonb_array_elements(c.state::jsonb->'clocks') k
                  where k->>'clockId' = e.clock_id
                    and (k->>'state' in ('running', 'paused') or k->>'state' = 'breached' and not k ? 'stoppedAt')
               )
          from (select stream, sequence, occurred_at, data::json->>'clockId' as clock_id, data::json->>'by' as asked_by,
                       data::json->>'reason' as reason
                  from events where type = 'clearline.sla.extension-requested.v1') e
          join cases c on e.stream = 'case-' || c.id
         where c.state::jsonb->'extensionRequests' @> jsonb_build_array(jsonb_build_object('clockId', e.clock_id))
         order by c.id, e.clock_id, e.sequence desc;
    `,
  },
];
