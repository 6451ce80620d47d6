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
  lines: readonly ReportLine[];
  comparison: Comparison;
  totalsBefore: Figures | undefined;
  /** For each line what it is compared with. */
  before: readonly (Figures | undefined)[] | undefined;
  isOld: boolean;
  names: Names;
  lineName: (line: ReportLine) => string;
  addressWith: (change: Partial<ReportState>) => string;
  /** The cases behind a figure, of one line or of all. */
  listAddress: (figure: string, row?: string) => string;
}
