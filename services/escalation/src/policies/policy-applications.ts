import type { PolicyApplicationView } from '#contracts';
import type { Queries } from '#platform';

const columns = `version, requested_by as "requestedBy", started_at::float8 as started,
  finished_at::float8 as finished, examined, changed, array(
    select json_build_object('caseId', f.case_id, 'error', f.error) from policy_application_failures f
     where f.version = a.version order by f.case_id limit 100) as failed`;

type Row = Omit<PolicyApplicationView, 'startedAt' | 'finishedAt'> & {
  started: number;
  finished: number | null;
};

function toView({ started, finished, ...row }: Row): PolicyApplicationView {
  const finishedAt = finished === null ? null : new Date(finished).toISOString();
  return { ...row, startedAt: new Date(started).toISOString(), finishedAt };
}

/** Asks for open cases to be taken over to a version; one that goes on already goes on, one that ended begins again. */
export async function requestApplication(
  tx: Queries,
  version: number,
  by: string,
  now: number,
): Promise<PolicyApplicationView> {
  await tx.query(
    `delete from policy_application_failures f using policy_applications a
      where f.version = $1 and a.version = $1 and a.finished_at is not null`,
    [version],
  );
  await tx.query(
    `insert into policy_applications as a (version, requested_by, started_at) values ($1, $2, $3)
     on conflict (version) do update set requested_by = excluded.requested_by, started_at = excluded.started_at,
       finished_at = null, after_id = default, examined = 0, changed = 0
      where a.finished_at is not null`,
    [version, by, now],
  );
  const [row] = await tx.query<Row>(
    `select ${columns} from policy_applications a where version = $1`,
    [version],
  );
  return toView(row!);
}

/** What could not be taken over, case by case. */
export async function recordFailures(
  tx: Queries,
  version: number,
  failed: readonly { caseId: string; error: string }[],
): Promise<void> {
  await tx.query(
    `insert into policy_application_failures (version, case_id, error)
     select $1, "caseId", error from json_to_recordset($2::json) as f("caseId" uuid, error text)
     on conflict (version, case_id) do update set error = excluded.error`,
    [version, JSON.stringify(failed)],
  );
}

/** The newest first. */
export async function listApplications(tx: Queries): Promise<PolicyApplicationView[]> {
  const rows = await tx.query<Row>(
    `select ${columns} from policy_applications a order by version desc limit 50`,
  );
  return rows.map(toView);
}
