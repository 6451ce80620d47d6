import type { DutyBody } from '#contracts';
import type { Queries } from '#platform';
import type { LadderStaff } from '../domain/ladder/ladder-staff.js';
import type { PolicyBook } from '../domain/policy-book.js';

/** Whether an alert of cases under these versions, or of a new one, could be on a ladder. */
export function mayClimb(book: PolicyBook, versions: readonly number[]): boolean {
  const known = new Set([book.current.version, ...versions]);
  return [...known].some((version) => (book.version(version).ladders?.length ?? 0) > 0);
}

/**
 * Who is there to be told now, as one statement: it is asked for every batch of cases that may climb ladders. Units that are
 * no more lie between others still, as everywhere else.
 */
export async function readLadderStaff(tx: Queries): Promise<LadderStaff> {
  const [row] = await tx.query<{ agents: string; units: string; duty: string | null }>(
    `select (select coalesce(json_agg(json_build_object('id', id, 'unit', unit, 'roles', roles::json)), '[]')
               from agents where active)::text as agents,
            (select coalesce(json_agg(json_build_array(code, parent)), '[]')
               from directory where kind = 'unit')::text as units,
            (select body from duty_versions order by version desc limit 1) as duty`,
  );
  const { agents, units, duty } = row!;
  return {
    agents: JSON.parse(agents) as LadderStaff['agents'],
    units: new Map(JSON.parse(units) as [string, string | null][]),
    duty: duty === null ? { rosters: [], absences: [] } : (JSON.parse(duty) as DutyBody),
  };
}
