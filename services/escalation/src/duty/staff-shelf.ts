import type { DutyBody } from '#contracts';
import type { Queries } from '#platform';
import type { LadderStaff } from '../domain/ladder/ladder-staff.js';
import type { PolicyBook } from '../domain/policy-book.js';

/** Whether an alert of cases under these versions, or of a new one, could be on a ladder. */
export function mayClimb(book: PolicyBook, versions: readonly number[]): boolean {
  const known = new Set([book.current.version, ...versions]);
  return [...known].some((version) => (book.version(version).ladders?.length ?? 0) > 0);
}

/** As the database puts it together. */
interface Read {
  agents: LadderStaff['agents'];
  units: [string, string | null][];
  duty: DutyBody | null;
}

/**
 * Who is there to be told now, read once for as long as nothing of it changes. Each batch of cases asks for the version
 * alone, within its transaction: triggers give another one beside every change of agents, units and duty, whoever
 * makes it, so that what another replica committed a moment ago holds here at once. A version is never given twice:
 * what a transaction saw of its own and then rolled back is never taken for what came instead.
 */
export class StaffShelf {
  #shelved?: { readonly version: string; readonly staff: LadderStaff };

  /** Version and people are of one statement. Units that are no more lie between others still, as everywhere else. */
  async current(tx: Queries): Promise<LadderStaff> {
    const shelved = this.#shelved;
    const [row] = await tx.query<{ version: string; read: string | null }>(
      `select v.version, case when v.version is distinct from $1::text then json_build_object(
                'agents', (select coalesce(json_agg(json_build_object('id', id, 'unit', unit, 'roles', roles::json)), '[]')
                             from agents where active),
                'units', (select coalesce(json_agg(json_build_array(code, parent)), '[]')
                            from directory where kind = 'unit'),
                'duty', (select body::json from duty_versions order by version desc limit 1))::text end as read
         from (select coalesce((select version::text from staff_version), '') as version) v`,
      [shelved?.version ?? null],
    );
    const { version, read } = row!;
    if (shelved && read === null) return shelved.staff;
    const { agents, units, duty } = JSON.parse(read!) as Read;
    const staff = { agents, units: new Map(units), duty: duty ?? { rosters: [], absences: [] } };
    this.#shelved = { version, staff };
    return staff;
  }
}
