import type { OrderDimension, OwnGrouping, ReportQuery } from '#contracts';

export type Figures = Record<string, unknown>;
export interface ReportRow extends Figures {
  group: string;
}

/** SELECT of (grp, figure, amount) rows. */
export interface Amounts {
  readonly names: readonly string[];
  select(query: ReportQuery, now: number): { sql: string; values: unknown[] };
}

/** A report: its figures per group, and for each countable figure the cases behind it. */
export interface ReportDefinition {
  readonly title: { zh: string; en: string };
  readonly definition: { zh: string; en: string };
  /**
   * SELECT of (grp, case_id, part, figure) rows; figures are counted from it, so list and count agree.
   * `part` names what is counted within a case, a clock, an order or a transfer; '' where that is the case itself.
   */
  members(query: ReportQuery, now: number): { sql: string; values: unknown[] };
  readonly figures: readonly string[];
  /** What adds up within the groups of the figures. */
  readonly sums?: Amounts;
  /** Of what the middle is told, in each group; null where there is none. */
  readonly medians?: Amounts;
  /** Of means and medians: the figure that says of how many they are. */
  readonly restOn?: Readonly<Record<string, string>>;
  /** Of what the most is told, in each group; null where there is none. */
  readonly maxima?: Amounts;
  /** What it can be sliced by beside what every report can. */
  readonly dimensions?: readonly OrderDimension[];
  /** What it can be grouped by beside what every report can. */
  readonly groupings?: readonly OwnGrouping[];
  /** How a list of cases names what `part` is; clocks where nothing is said. */
  readonly part?: 'orderId' | 'transferId';
  /** SELECT of one `churn` for the case `p."caseId"`: what a list says of it besides its number. */
  readonly churn?: string;
  /** SELECT of one `transfer` for the transfer `p.part`. */
  readonly transfer?: string;
  /** What is counted once in the total may stand in several groups: the rows add up to more than the total. */
  readonly overlaps?: true;
  /** Counts clocks, of one kind when `clock` says which. */
  readonly takesClock?: true;
  /** Figures derived from the counted and the added ones. */
  derive?(counts: Readonly<Record<string, number>>): Figures;
}

/** The figures of a group in which nothing was counted. */
export const nothingOf = ({
  figures,
  sums,
  medians,
  maxima,
  derive,
}: ReportDefinition): Figures => {
  const none = Object.fromEntries([...figures, ...(sums?.names ?? [])].map((name) => [name, 0]));
  const unknown = Object.fromEntries(
    [...(medians?.names ?? []), ...(maxima?.names ?? [])].map((name) => [name, null]),
  );
  return { ...none, ...unknown, ...derive?.(none) };
};
