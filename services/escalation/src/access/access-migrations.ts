import type { Migration } from '#platform';

/** Whom a case is shown to besides its unit and owner (`alsoShownTo`); null of most cases. */
export const accessMigrations: Migration[] = [
  {
    name: '0230-shown-to',
    sql: `
      alter table cases add column shown_to text[];
      update cases c set shown_to = found.keys from (
        select id, array_agg(distinct key) as keys from (
          select id, 'unit:' || (step ->> 'from') as key
            from cases, json_array_elements(state::json -> 'departments' -> 'route') step
           where step ->> 'from' is not null
          union all
          select id, 'agent:' || (action ->> 'owner')
            from cases, json_array_elements(state::json -> 'resolution' -> 'actions') action
           where action ->> 'status' <> 'done'
        ) shown group by id
      ) found where found.id = c.id;
    `,
  },
];
