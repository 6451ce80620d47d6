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
];
