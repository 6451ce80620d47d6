import type { OrderDimension, ReportQuery } from '#contracts';

export type Figures = Record<string, unknown>;
export interface ReportRow extends Figures {
  group: string;
}

/** A report: its figures per group, and for each countable figure the cases behind it. */
export interface ReportDefinition {
  readonly title: { zh: string; en: string };
  readonly definition: { zh: string; en: string };
  /**
   * SELECT of (grp, case_id, part, figure) rows; figures are counted from it, so list and count agree.
   * `part` names what is counted within a case, a clock or an order; '' where that is the case itself.
   */
  members(query: ReportQuery): { sql: string; values: unknown[] };
  readonly figures: readonly string[];
  /** Amounts that add up within the groups of the figures: SELECT of (grp, figure, amount) rows. */
  readonly sums?: {
    readonly names: readonly string[];
    select(query: ReportQuery): { sql: string; values: unknown[] };
  };
  /** What it can be sliced by beside what every report can. */
  readonly dimensions?: readonly OrderDimension[];
  /** How a list of cases names what `part` is; clocks where nothing is said. */
  readonly part?: 'orderId';
  /** Counts clocks, of one kind when `clock` says which. */
  readonly takesClock?: true;
  /** Figures derived from the counted and the added ones. */
  derive?(counts: Readonly<Record<string, number>>): Figures;
}

/** What a report counts and what it adds up. */
export const namesOf = ({ figures, sums }: ReportDefinition): readonly string[] => [
  ...figures,
  ...(sums?.names ?? []),
];
