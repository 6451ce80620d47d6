import type { Migration } from '#platform';

/** Which cases belong to which incident; the events of both are the truth. */
export const incidentMigrations: readonly Migration[] = [
  {
    name: '0240-incident-cases',
    sql: `
      create table incident_cases (case_id uuid primary key, incident uuid not null);
      create index incident_cases_by_incident on incident_cases (incident, case_id);
    `,
  },
  {
    // Which messages went to the customers of an incident together, from the events; and what each answer is, by its
    // hash alone: an id that is given again with other words is refused.
    name: '0242-incident-answers',
    sql: `
      create table incident_answers (
        id uuid primary key, incident uuid not null, body_hash text not null, by text not null
      );
      create table incident_messages (
        answer uuid not null, case_id uuid not null, message_id uuid not null unique, incident uuid not null,
        kind text not null, by text not null, at bigint not null, send_at bigint not null,
        state text not null default 'held' check (state in ('held', 'sent', 'undone')),
        primary key (answer, case_id)
      );
      create index incident_messages_by_incident on incident_messages (incident, answer);
    `,
  },
  {
    // When customers of an incident were last spoken with or written to, one by one: whom an answer to all did not reach
    // is called, until that is recorded.
    name: '0350-incident-told',
    sql: `
      create table incident_told (case_id uuid primary key, at bigint not null);
      insert into incident_told
        select c.case_id, max(e.occurred_at)
          from (select case_id from incident_cases union select incident from incident_cases) c
          join events e on e.stream = 'case-' || c.case_id
         where e.data::json->>'partyId' is null
           and (e.type like 'clearline.case.message-sent.v%'
             or e.type like 'clearline.case.contact-recorded.v%' and e.data::json->>'direction' = 'outbound')
         group by c.case_id;
    `,
  },
];
