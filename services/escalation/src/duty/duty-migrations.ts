import type { Migration } from '#platform';

/** Rosters and absences, every version, and when anything of who is told was last another. */
export const dutyMigrations: readonly Migration[] = [
  {
    name: '0201-duty',
    sql: `
      create table duty_versions (
        version int primary key, body text not null, published_by text not null, published_at bigint not null
      );
    `,
  },
  {
    // Who is told is kept by each process for as long as this is the same (`StaffShelf`). Triggers, so that whoever
    // changes something says so, an older release beside this one too; before the statement, so that nobody who
    // waits for another's version holds rows that one still wants.
    name: '0460-staff-version',
    sql: `
      create table staff_version (id boolean primary key default true check (id), version uuid not null);
      create function staff_changes() returns trigger language plpgsql set search_path from current as $$
      begin
        insert into staff_version (version) values (gen_random_uuid())
          on conflict (id) do update set version = excluded.version;
        return null;
      end $$;
      create trigger staff_changes before insert or update or delete or truncate on agents
        for each statement execute function staff_changes();
      create trigger staff_changes before insert or update or delete or truncate on directory
        for each statement execute function staff_changes();
      create trigger staff_changes before insert or update or delete or truncate on duty_versions
        for each statement execute function staff_changes();
    `,
  },
];
