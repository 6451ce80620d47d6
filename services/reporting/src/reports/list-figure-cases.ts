import type { ReportCasesQuery } from '#contracts';
import type { Queries } from '#platform';
import { Problem } from '#platform';
import type { ReportDefinition } from './report-definition.js';
import { getReport, refuseNeedless } from './run-report.js';

interface CaseChurn {
  level: string;
  since: string;
  /** From 0 to 1, as it was then. */
  score: number;
  factors: string[];
  /** What each of the factors weighed in the score of that rise; absent where that was not kept yet. */
  weights?: number[];
  /** Of a level that fell: the last rise, which the factors are of; the score was higher then. */
  rise?: { score: number; since: string } | null;
}

/** A transfer as it was asked for; `from` is null where no unit is known to have had the case. */
interface CaseTransfer {
  from: string | null;
  to: string | null;
  at: string;
}

/** A case as it is now, with what reports are sliced by. */
interface CaseSlices {
  status: string;
  unit: string | null;
  category: string;
  product: string | null;
  channel: string;
  severity: string;
  tier: string;
  owner: string | null;
}

interface FigureCase extends CaseSlices {
  caseId: string;
  number: string;
  receivedAt: string;
  /** Of a figure that counts clocks; a case is listed once for each. */
  clockId?: string;
  /** Of a clock; `stoppedAt` once it was stopped. */
  dueAt?: string;
  stoppedAt?: string;
  /** Of a figure that counts orders. */
  orderId?: string;
  /** Of a figure that counts transfers. */
  transferId?: string;
  transfer?: CaseTransfer;
  /** Of a figure of churn: the last rise of this case, or the level that its customer is at, with the reasons. */
  churn?: CaseChurn;
}

export interface FigureCases {
  items: FigureCase[];
  next: string | null;
}

/** Of no one group all cases are listed once, as a total counts them, which may be in several. */
const wholeOf = (query: ReportCasesQuery): ReportCasesQuery =>
  query.group === undefined ? { ...query, by: undefined, rollup: undefined } : query;

/** What is listed, by case and part: of several figures what is in any of them, and once. */
function listedMembers(report: ReportDefinition, query: ReportCasesQuery, now: number) {
  const { sql, values } = report.members(wholeOf(query), now);
  const figures = query.figure.split(',');
  const n = values.length;
  return {
    values: [...values, figures, query.group ?? null],
    sql: `select ${figures.length > 1 ? 'distinct ' : ''}m.case_id, m.part from (${sql}) m
           where m.figure = any($${n + 1}::text[]) and ($${n + 2}::text is null or m.grp = $${n + 2})`,
  };
}

/** What the figure is by the moment of the list: all pages together have as many. */
export async function countFigureCases(
  tx: Queries,
  name: string,
  query: ReportCasesQuery,
  now: number,
): Promise<number> {
  const { sql, values } = listedMembers(getReport(name), query, now);
  const [counted] = await tx.query<{ total: number }>(
    `select count(*)::int as total from (${sql}) m`,
    values,
  );
  return counted?.total ?? 0;
}

interface Listed extends CaseSlices {
  caseId: string;
  number: string;
  /** Milliseconds, which the driver gives as text. */
  receivedAt: string;
  part: string;
  dueAt?: string | number | null;
  stoppedAt?: string | number | null;
  churn?: CaseChurn | null;
  transfer?: CaseTransfer | null;
}

/** The cases behind a figure or several, a page at a time; over all pages as many as the figure says. */
export async function listFigureCases(
  tx: Queries,
  name: string,
  query: ReportCasesQuery,
  now: number,
): Promise<FigureCases> {
  const report = getReport(name);
  refuseNeedless(report, query);
  if (!query.figure.split(',').every((figure) => report.figures.includes(figure))) {
    const message = `figure is one of ${report.figures.join(', ')}`;
    throw new Problem('validation', { errors: [{ path: 'figure', rule: 'enum', message }] });
  }
  const { sql, values } = listedMembers(report, query, now);
  const clock = report.takesClock
    ? {
        columns: ', k.due_at as "dueAt", k.stopped_at as "stoppedAt"',
        join: ' left join clock_facts k on k.case_id = m.case_id and k.clock_id = m.part',
      }
    : { columns: '', join: '' };
  const told = report.churn ?? report.transfer;
  const n = values.length;
  const [afterCase, afterPart] = query.cursor?.split('~') ?? [];
  const listed = `select m.case_id as "caseId", c.number, m.part, c.received_at as "receivedAt", c.status,
             c.unit, c.category, c.product, c.channel, c.severity, c.tier, c.owner${clock.columns}
       from (${sql}) m join case_facts c using (case_id)${clock.join}
      where ($${n + 1}::uuid is null or m.case_id > $${n + 1}::uuid
             or (m.case_id = $${n + 1}::uuid and m.part collate "C" > $${n + 2}::text))
      order by m.case_id, m.part collate "C" limit $${n + 3}`;
  const rows = await tx.query<Listed>(
    // For the cases of the page alone.
    told
      ? `select p.*, h.* from (${listed}) p left join lateral (${told}) h on true
          order by p."caseId", p.part collate "C"`
      : listed,
    [...values, afterCase ?? null, afterPart ?? null, query.limit + 1],
  );
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  const end = last && (last.part ? `${last.caseId}~${last.part}` : last.caseId);
  return {
    items: page.map((row) => {
      const { part, churn, transfer, caseId, number, receivedAt, dueAt, stoppedAt, ...slices } =
        row;
      return {
        ...{ caseId, number, receivedAt: instantOf(receivedAt) },
        ...slices,
        ...(part && { [report.part ?? 'clockId']: part }),
        ...(dueAt && { dueAt: instantOf(dueAt) }),
        ...(stoppedAt && { stoppedAt: instantOf(stoppedAt) }),
        ...(churn && { churn: toldOf(churn) }),
        ...(transfer && { transfer }),
      };
    }),
    next: rows.length > query.limit && end ? end : null,
  };
}

const toldOf = ({ weights, rise, ...churn }: CaseChurn): CaseChurn => ({
  ...churn,
  ...(rise && { rise }),
  ...(weights && weights.length > 0 && { weights }),
});

const instantOf = (ms: string | number) => new Date(Number(ms)).toISOString();
