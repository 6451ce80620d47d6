import type { PolicyApplicationView } from '#contracts';
import type { Queries } from '#platform';

const columns = `version, requested_by as "requestedBy", started_at::float8 as started,
  finished_at::float8 as finished, examined, changed`;

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
    `insert into policy_applications as a (version, requested_by, started_at) values ($1, $2, $3)
     on conflict (version) do update set requested_by = excluded.requested_by, started_at = excluded.started_at,
       finished_at = null, after_id = default, examined = 0, changed = 0
      where a.finished_at is not null`,
    [version, by, now],
  );
  const [row] = await tx.query<Row>(
    `select ${columns} from policy_applications where version = $1`,
    [version],
  );
  return toView(row!);
}

/** The newest first. */
export async function listApplications(tx: Queries): Promise<PolicyApplicationView[]> {
  const rows = await tx.query<Row>(
    `select ${columns} from policy_applications order by version desc limit 50`,
  );
  return rows.map(toView);
}
