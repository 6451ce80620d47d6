import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../api/client.js';
import type { Span } from './period.js';
import { unlessHeld } from './hold-still.js';
import { listDimensions, ownDimensions, treeDimensions } from './report-state.js';
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
  asked: ReportParameters & { by: Grouping };
  /** By this machine's clock, epoch milliseconds: of figures that are still shown while others are read, too. */
  cameAt: number;
  /** Of a tree: where in it one has come to. */
  at: string | undefined;
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
  unitTree?: string;
  categoryTree?: string;
  productTree?: string;
  channel?: string;
  tier?: string;
  severity?: string;
  owner?: string;
  kind?: string;
  matter?: string;
  problemKind?: string;
  branches?: 'true';
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

/** A report, all of it read by one request: numbers of one screen are of one moment. */
export const reportQuery = (
  report: string,
  query: ReportParameters & { by: Grouping },
  at: string | undefined,
) =>
  queryOptions({
    queryKey: ['report', report, query],
    queryFn: async (): Promise<ReportAnswer> => ({
      ...(await readReport(report, query)),
      asked: query,
      cameAt: Date.now(),
      at,
    }),
    ...unlessHeld,
    // While others are read the figures before stay where they are; they say for what they were asked.
    placeholderData: (before: ReportAnswer | undefined) =>
      before?.report === report ? before : undefined,
  });

/** Of an address that somebody wrote: those codes alone. */
export const isList = (codes: string | undefined) => codes?.includes(',') ?? false;

/** A unit, category or product stands for everything below it, which the server knows: addresses stay short. */
export function parametersOf(
  state: ReportState,
  span: Span,
  takesClock: boolean,
): ReportParameters {
  const parameters: ReportParameters = { ...span, tz: state.timeZone };
  if (takesClock && state.clock) parameters.clock = state.clock;
  for (const name of [...listDimensions, ...ownDimensions]) {
    const value = state.filters[name];
    if (value !== undefined) parameters[name] = value;
  }
  for (const name of treeDimensions) {
    const code = state.filters[name];
    if (code === undefined) continue;
    if (isList(code)) parameters[name] = code;
    else parameters[`${name}Tree`] = code;
  }
  return parameters;
}
