import type { SafetyListItem, SafetyListQuery } from '#contracts';
import type { Queries, Tx } from '#platform';
import { seenCondition, seenParameters } from '../access/seen-cases.js';
import type { CaseAccess } from '../domain/access/case-access.js';
import type { CaseEvent } from '../domain/case-event.js';

/** The register follows from the events appended in the same transaction. */
export function writeSafetyReports(
  tx: Tx,
  events: readonly CaseEvent[],
  numberOf: (caseId: string) => string,
): void {
  const update = (changes: string, caseId: string, ...values: unknown[]) => {
    const sql = `update safety_reports set ${changes} where case_id = $1`;
    tx.settle(tx.query(sql, [caseId, ...values]));
  };
  for (const event of events) {
    switch (event.name) {
      case 'leftForSafety': {
        const { caseId, at, desk, dimensions } = event.data;
        const { category, product } = dimensions;
        tx.settle(
          tx.query(
            `insert into safety_reports (case_id, number, desk, category, product, status, left_at)
             values ($1, $2, $3, $4, $5, 'waiting', $6) on conflict (case_id) do nothing`,
            [caseId, numberOf(caseId), desk, category, product ?? null, Date.parse(at)],
          ),
        );
        break;
      }
      case 'safetyTaken':
        // A report that came before is further on than that.
        update(
          `status = case status when 'waiting' then 'taken' else status end`,
          event.data.caseId,
        );
        break;
      case 'safetyReported': {
        const { caseId, at, product, seriousness } = event.data;
        const changes = `status = 'reported', product = $2, seriousness = $3::text[], reported_at = coalesce(reported_at, $4)`;
        update(changes, caseId, product, seriousness, Date.parse(at));
        break;
      }
      case 'safetySubmitted': {
        const { caseId, at, recipient } = event.data;
        if (recipient !== 'authority') break;
        const changes = `status = 'submitted', submitted_at = coalesce(submitted_at, $2)`;
        update(changes, caseId, Date.parse(at));
        break;
      }
      case 'safetyEnded':
        update(`status = 'ended', ended_at = $2`, event.data.caseId, Date.parse(event.data.at));
        break;
      case 'reopened':
        update(
          `status = case when submitted_at is not null then 'submitted' else 'taken' end, ended_at = null`,
          event.data.caseId,
        );
        break;
      default:
    }
  }
}

type Instants = 'leftAt' | 'reportedAt' | 'submittedAt' | 'endedAt';
type Row = Omit<SafetyListItem, Instants> & {
  left: number;
  reported: number | null;
  submitted: number | null;
  ended: number | null;
};

const iso = (instant: number | null) => (instant === null ? null : new Date(instant).toISOString());

/** The safety reports of the cases that somebody sees, those that left the normal flow last first. */
export async function listSafetyReports(
  tx: Queries,
  { desk, status, serious, cursor, limit }: SafetyListQuery,
  access: CaseAccess,
): Promise<{ items: SafetyListItem[]; next: string | null }> {
  const [at, id] = cursor?.split('_') ?? [null, null];
  const isSerious = serious === undefined ? null : serious === 'true';
  const rows = await tx.query<Row>(
    `select case_id as "caseId", s.number, desk, s.status, s.category, s.product, seriousness, left_at::float8 as left,
            reported_at::float8 as reported, submitted_at::float8 as submitted, ended_at::float8 as ended
       from safety_reports s join cases c on c.id = s.case_id
      where ($1::text is null or desk = $1) and ($2::text is null or s.status = $2)
        and ($3::boolean is null or (cardinality(seriousness) > 0) = $3)
        and ($4::bigint is null or (left_at, case_id) < ($4::bigint, $5::uuid))
        and ${seenCondition(7)}
      order by left_at desc, case_id desc limit $6`,
    [...[desk ?? null, status ?? null, isSerious, at, id, limit + 1], ...seenParameters(access)],
  );
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map(({ left, reported, submitted, ended, ...row }) => ({
      ...row,
      leftAt: new Date(left).toISOString(),
      reportedAt: iso(reported),
      submittedAt: iso(submitted),
      endedAt: iso(ended),
    })),
    next: rows.length > limit && last ? `${last.left}_${last.caseId}` : null,
  };
}
