import type { AmendReason, Channel, ComplaintChangeView } from '#contracts';
import type { Migration, Queries, Tx } from '#platform';

/** Readings of a complaint by name, as people read them. */
export interface Reading {
  statement?: string;
  remedySought?: string;
}
export interface ComplaintChange {
  changeId: string;
  complaintId: string;
  at: number;
  by: string;
  kind: 'amended' | 'facts-added';
  reason?: AmendReason;
  note?: string;
  before?: Reading;
  after?: Reading;
  channel?: Channel;
  text?: string;
}

export const changeMigrations: readonly Migration[] = [
  {
    name: '2026-11-27-210-complaint-changes',
    sql: `CREATE TABLE complaint_changes (
      id uuid PRIMARY KEY,
      complaint_id uuid NOT NULL REFERENCES complaints,
      at timestamptz NOT NULL,
      changed json NOT NULL
    );
    CREATE INDEX complaint_changes_complaint ON complaint_changes (complaint_id, at, id)`,
  },
];

export async function insertChange(tx: Tx, change: ComplaintChange): Promise<void> {
  const { changeId, complaintId, at, ...changed } = change;
  await tx.query(
    `insert into complaint_changes (id, complaint_id, at, changed) values ($1, $2, $3, $4)`,
    [changeId, complaintId, new Date(at), JSON.stringify(changed)],
  );
}

export async function listChanges(
  tx: Queries,
  complaintId: string,
): Promise<ComplaintChangeView[]> {
  const rows = await tx.query<{ id: string; at: Date; changed: Omit<ComplaintChange, 'at'> }>(
    `select id, at, changed from complaint_changes where complaint_id = $1 order by at, id`,
    [complaintId],
  );
  return rows.map(({ id, at, changed }) =>
    toChangeView({ ...changed, changeId: id, complaintId, at: at.getTime() }),
  );
}

export function toChangeView(change: ComplaintChange): ComplaintChangeView {
  const { reason = null, note = null, before = null, after = null } = change;
  const { channel = null, text = null, at } = change;
  return { ...change, at: new Date(at).toISOString(), reason, note, before, after, channel, text };
}
