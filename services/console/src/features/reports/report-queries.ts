import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../api/client.js';
import type { Span } from './period.js';
import type { Figures } from './figures.js';
import { rowOf } from './lines.js';
import { subtreeOf } from './organisation-tree.js';
import type { Branch } from './organisation-tree.js';
import { isTree, listDimensions, ownDimensions, treeDimensions } from './report-state.js';
import type { Grouping, ReportState } from './report-state.js';

/** As JSON, which is what the client asks for: as CSV it would be a text. */
async function readReport(report: string, query: ReportParameters) {
  const path = { report };
  const answer = await bodyOf(api.GET('/api/v1/reports/{report}', { params: { path, query } }));
  if (typeof answer === 'string') throw new Error(`the report ${report} came as CSV`);
  return answer;
}
const readCatalogue = () => bodyOf(api.GET('/api/v1/reports'));
const readOrganisation = () => bodyOf(api.GET('/api/v1/organisation'));

export type Organisation = Awaited<ReturnType<typeof readOrganisation>>;
export interface ReportAnswer extends Awaited<ReturnType<typeof readReport>> {
  asked: ReportParameters;
  branches: readonly Branch[];
  sums: Sums;
}

/** Which cases are counted, as the API takes it. */
export interface ReportParameters {
  from?: string;
  to?: string;
  tz: string;
  by?: Grouping;
  clock?: ReportState['clock'];
  unit?: string;
  category?: string;
  product?: string;
  channel?: string;
  tier?: string;
  severity?: string;
  owner?: string;
  kind?: string;
  matter?: string;
  problemKind?: string;
}

/** A page of the cases behind a figure. */
export const readCases = (
  report: string,
  query: ReportParameters & { figure: string; group?: string; limit: number; cursor?: string },
) => bodyOf(api.GET('/api/v1/reports/{report}/cases', { params: { path: { report }, query } }));

export type ListedCase = Awaited<ReturnType<typeof readCases>>['items'][number];

export const catalogueQuery = queryOptions({
  queryKey: ['report-catalogue'],
  queryFn: readCatalogue,
  staleTime: Infinity,
});

export const organisationQuery = queryOptions({
  queryKey: ['organisation'],
  queryFn: readOrganisation,
  staleTime: 5 * 60_000,
});

/** Of a tree: what lies below each line that has more than one code, by its row. */
export type Sums = Readonly<Record<string, Figures>>;

/**
 * A report with the sums of its tree, read and shown together: numbers of one screen are of one moment. `branchesOf`
 * says which lines the groups make. Live streams say when to read again; once a minute is for what no stream tells.
 */
export const reportQuery = (
  report: string,
  query: ReportParameters & { by: Grouping },
  at: string | undefined,
  branchesOf: (codes: readonly string[]) => readonly Branch[],
) =>
  queryOptions({
    queryKey: ['report', report, query, at],
    queryFn: async (): Promise<ReportAnswer> => {
      const answer = await readReport(report, query);
      const branches = branchesOf(answer.rows.map(({ group }) => group));
      const { by, ...all } = query;
      const sums = await Promise.all(
        branches
          .filter(({ codes }) => codes.length > 1)
          .map(async (branch): Promise<[string, Figures]> => {
            const below = await readReport(report, { ...all, [by]: branch.codes.join(',') });
            return [rowOf(branch), below.totals];
          }),
      );
      return { ...answer, branches, sums: Object.fromEntries(sums), asked: query };
    },
    refetchInterval: 60_000,
    // While other days are read the ones before stay where they are; they say for what they were asked.
    placeholderData: (before: ReportAnswer | undefined) => {
      const isAlike = before?.report === report && before.asked.by === query.by;
      return isAlike && !isTree(query.by) ? before : undefined;
    },
  });

/** A unit, category or product stands for everything below it. */
export function parametersOf(
  state: ReportState,
  span: Span,
  organisation: Organisation,
  takesClock: boolean,
): ReportParameters {
  const { units: unit, categories: category, products: product } = organisation;
  const nodes = { unit, category, product };
  const parameters: ReportParameters = { ...span, tz: state.timeZone };
  if (takesClock && state.clock) parameters.clock = state.clock;
  for (const name of [...listDimensions, ...ownDimensions]) {
    const value = state.filters[name];
    if (value !== undefined) parameters[name] = value;
  }
  for (const name of treeDimensions) {
    const code = state.filters[name];
    if (code !== undefined) parameters[name] = subtreeOf(nodes[name], code).join(',');
  }
  return parameters;
}
