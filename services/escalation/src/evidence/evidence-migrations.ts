import type { Migration } from '#platform';

/** What stages need to know of the organisation and of their case. */
export const evidenceMigrations: readonly Migration[] = [
  {
    // Cases that are there know of their contacts from here on, and name what is known of the organisation.
    name: '0110-evidence',
    sql: `
      create table directory (kind text, code text, active boolean not null, primary key (kind, code));
      insert into directory
        select distinct 'category', category, true from cases union
        select distinct 'unit', unit, true from cases where unit is not null union
        select distinct 'product', (state::json->'dimensions'->>'product'), true from cases
         where state::json->'dimensions'->>'product' is not null;
      update cases c
         set state = (c.state::jsonb || jsonb_build_object('contacted', e.contacted))::text
        from (select stream, case when bool_or(data::json->>'direction' = 'outbound') then 'outbound' else 'inbound' end as contacted
                from events where type = 'clearline.case.contact-recorded.v1' group by stream) e
       where e.stream = 'case-' || c.id;
    `,
  },
  {
    name: '0111-coach-versions',
    sql: `
      create table coach_versions (
        version int primary key, body text not null, published_by text not null, published_at bigint not null
      );
    `,
  },
];
