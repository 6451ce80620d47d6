import { firstDayOf, isBeforeData } from './period.js';
import type { Dashboard } from './dashboards.js';
import type { Figures, ReportLine } from './figures.js';
import type { Comparison, Span } from './period.js';
import type { Organisation } from './report-queries.js';
import type { Grouping, ReportState } from './report-state.js';
import type { Names } from './use-names.js';

/** A report that was read, with the words and the links that its charts and tables share. */
export interface ShownReport {
  report: string;
  title: string;
  definition: string;
  dashboard: Dashboard;
  state: ReportState;
  by: Grouping;
  /** The days that are counted, and those they are compared with. */
  span: Span;
  compared: Span | undefined;
  organisation: Organisation;
  totals: Figures;
  /** Whether a case may stand in several lines, which counts once in the totals. */
  overlaps: boolean;
  lines: readonly ReportLine[];
  comparison: Comparison;
  totalsBefore: Figures | undefined;
  /** For each line what it is compared with. */
  before: readonly (Figures | undefined)[] | undefined;
  /** The lines as the table has them, sorted by whoever looks on; those of charts over time stay as they are. */
  sorted: Pick<ShownReport, 'lines' | 'before'>;
  /** When the server read it, and when the first complaint of all was received. */
  readAt: string;
  since: string | null;
  isOld: boolean;
  names: Names;
  lineName: (line: ReportLine) => string;
  addressWith: (change: Partial<ReportState>) => string;
  /** The cases behind a figure, of one line or of all. */
  listAddress: (figure: string, row?: string) => string;
}

type Dated = Pick<ShownReport, 'compared' | 'since' | 'span'> & {
  state: Pick<ReportState, 'timeZone'>;
};

/** The first day of which there is anything, where days that are shown or compared with begin before it. */
export function noDataBeforeOf({ span, compared, since, state }: Dated): string | undefined {
  const first = firstDayOf(since, state.timeZone);
  if (first === undefined) return undefined;
  const begins = [span.from, compared?.from].filter((from) => from !== undefined);
  return begins.some((from) => from < first) ? first : undefined;
}

/** Whether what is compared with was over before there was anything. */
export const isComparedBeforeData = ({ compared, since, state }: Dated): boolean =>
  compared !== undefined && isBeforeData(compared, firstDayOf(since, state.timeZone));
