import { channels } from '../../shared/channels.js';
import { comparisons, periods, unitFor, wholeOf, wholes } from './period.js';
import type { Comparison, Period, Span, TimeUnit, Whole } from './period.js';

export const timeUnits = ['day', 'week', 'month', 'quarter', 'year'] as const;
export const treeDimensions = ['unit', 'category', 'product'] as const;
export const listDimensions = ['channel', 'tier', 'severity'] as const;
/** What only some reports can be sliced by: their dashboards name it. */
export const ownDimensions = ['owner', 'kind', 'matter', 'problemKind'] as const;
export type TreeDimension = (typeof treeDimensions)[number];
export type ListDimension = (typeof listDimensions)[number];
export type OwnDimension = (typeof ownDimensions)[number];
export type Dimension = TreeDimension | ListDimension | OwnDimension;
/** What only some reports can be grouped by. */
export const ownGroupings = ['clock', 'age'] as const;
export type OwnGrouping = (typeof ownGroupings)[number];
export type Grouping = TimeUnit | Dimension | OwnGrouping;
/** What only some reports can be sliced or grouped by: their dashboards name it. */
export interface OwnSlices {
  own?: readonly OwnDimension[];
  groupings?: readonly OwnGrouping[];
}

export const clockKinds = [
  'acknowledge',
  'stage',
  'next-update',
  'resolution',
  'statutory',
  'external',
  'department',
  'callback',
  'alert-acknowledge',
] as const;
export type ClockKind = (typeof clockKinds)[number];

/** The codes of what has a fixed list of them. */
export const codeLists = {
  clock: clockKinds,
  age: [
    'under-1-day',
    '1-to-3-days',
    '3-to-7-days',
    '7-to-14-days',
    '14-to-30-days',
    'over-30-days',
  ],
  channel: channels,
  tier: ['standard', 'quality', 'key', 'vip'],
  severity: ['low', 'normal', 'high', 'critical'],
  kind: ['co-handling', 'supervision', 'follow-up'],
  matter: ['claim-query', 'advice', 'appointment', 'complaint', 'problem'],
  problemKind: ['forged-signature', 'premium-misappropriation', 'late-receipt', 'other'],
} as const;

/** A choice of days. */
export type Days = Pick<ReportState, 'period' | 'custom' | 'whole'>;

/** What a report shows: all of it stands in the address, which is therefore a link to the same figures. */
export interface ReportState {
  period: Period;
  /** Of the period `custom`. */
  custom: Span;
  /** Of the period `custom`, whose days were those of another one: what they are compared by, as they were then. */
  whole?: Whole;
  /** Absent: the unit of time that suits the period. */
  by?: Grouping;
  timeZone: string;
  comparison: Comparison;
  clock?: ClockKind;
  /** Of what is so now, which opens over everything: the days to come back to. */
  kept?: Days;
  filters: Partial<Record<Dimension, string>>;
  /** By what the table is sorted: a figure, with a minus before it the highest first. */
  sort?: string;
  /** Of an overview: the reports whose tables are shown in place of their charts. */
  tables?: readonly string[];
  /** The list that is open: a figure of a report, in all or in one of its lines; by what it is sorted, as a table is. */
  list?: { report: string; figure: string; row?: string; sort?: string };
}

/** What a report can be sliced by; another report passes over what it does not know. */
const dimensionsOf = (own: readonly OwnDimension[]): Dimension[] => [
  ...treeDimensions,
  ...listDimensions,
  ...own,
];
export const groupingsOf = ({ own = [], groupings = [] }: OwnSlices): Grouping[] => [
  ...timeUnits,
  ...dimensionsOf(own),
  ...groupings,
];
const isDate = (text: string | null): text is string => /^\d{4}-\d\d-\d\d$/.test(text ?? '');

/** Reads an address; what it does not say, or says wrong, is as at first. */
export function readState(
  search: URLSearchParams,
  first: { period: Period; timeZone: string } & OwnSlices,
): ReportState {
  const oneOf = <T extends string>(name: string, known: readonly T[]) =>
    known.find((one) => one === search.get(name));
  const [from, to] = [search.get('from'), search.get('to')];
  const custom = isDate(from) && isDate(to) && from < to ? { from, to } : undefined;
  const asked = oneOf('period', periods) ?? (custom ? 'custom' : first.period);
  const own = first.own ?? [];
  const kept = keptDays(search.get('was'));
  const whole = oneOf('whole', wholes);
  const figure = search.get('figure');
  const row = search.get('row');
  const order = search.get('order');
  const tables = search.get('tables')?.split(',').filter(Boolean) ?? [];
  return {
    period: asked === 'custom' && !custom ? first.period : asked,
    custom: custom ?? {},
    ...(asked === 'custom' && custom && whole && { whole }),
    by: oneOf('by', groupingsOf(first)),
    timeZone: zoneOf(search.get('tz')) ?? first.timeZone,
    comparison: oneOf('vs', comparisons) ?? 'none',
    clock: oneOf('clock', clockKinds),
    sort: search.get('sort') ?? undefined,
    ...(kept && { kept }),
    ...(tables.length > 0 && { tables }),
    filters: Object.fromEntries(
      dimensionsOf(own).flatMap((name) => {
        const value = search.get(name);
        return value ? [[name, value]] : [];
      }),
    ),
    ...(figure && {
      list: {
        ...{ report: search.get('list') ?? '', figure },
        ...(row !== null && { row }),
        ...(order && { sort: order }),
      },
    }),
  };
}

/** A change of what is shown, or how it follows from what is shown by then. */
export type StateChange = Partial<ReportState> | ((shown: ReportState) => Partial<ReportState>);

/** The state after a change. Other days are a part of what they say, and of nothing that the days before were. */
export function changedState(shown: ReportState, change: StateChange): ReportState {
  const changed = typeof change === 'function' ? change(shown) : change;
  const areOthers = 'period' in changed || 'custom' in changed;
  return { ...shown, ...(areOthers && { whole: undefined }), ...changed };
}

/**
 * The days of a period as they are today, compared with what they are compared with today; undefined where they are the
 * same tomorrow, or have no end.
 */
export function fixedDays({ period }: Days, { from, to }: Span): Days | undefined {
  if (period === 'custom' || !from || !to) return undefined;
  return { period: 'custom', custom: { from, to }, whole: wholeOf(period) };
}

/** An overview in which a report is shown as its table, or as its chart again. */
export const withView = (report: string, view: 'chart' | 'table') => (shown: ReportState) => {
  const others = (shown.tables ?? []).filter((one) => one !== report);
  return { tables: view === 'table' ? [...others, report] : others };
};

/** The list that is open in another order. */
export const withOrder = (sort: string | undefined) => (shown: ReportState) => ({
  list: shown.list && { ...shown.list, sort },
});

/** The address of a state. */
export function writeState(state: ReportState): URLSearchParams {
  const { period, custom, whole, by, timeZone, comparison, clock, kept, filters } = state;
  const { sort, tables, list } = state;
  const isCustom = period === 'custom';
  const said = {
    period: isCustom ? undefined : period,
    from: isCustom ? custom.from : undefined,
    to: isCustom ? custom.to : undefined,
    whole: isCustom ? whole : undefined,
    by,
    // Whoever opens the link elsewhere sees the same days.
    tz: timeZone,
    vs: comparison === 'none' ? undefined : comparison,
    clock,
    was: kept && daysText(kept),
    ...filters,
    sort,
    tables: tables?.length ? tables.join(',') : undefined,
    list: list?.report,
    figure: list?.figure,
    row: list?.row,
    order: list?.sort,
  };
  return new URLSearchParams(
    Object.entries(said).filter((pair): pair is [string, string] => pair[1] !== undefined),
  );
}

const daysText = ({ period, custom, whole }: Days): string =>
  period === 'custom'
    ? [custom.from ?? '', custom.to ?? '', ...(whole ? [whole] : [])].join('_')
    : period;

function keptDays(text: string | null): Days | undefined {
  const period = periods.find((one) => one === text && one !== 'custom');
  if (period) return { period, custom: {} };
  const [from = '', to = '', said] = text?.split('_') ?? [];
  if (!isDate(from) || !isDate(to) || from >= to) return undefined;
  const whole = wholes.find((one) => one === said);
  return { period: 'custom', custom: { from, to }, ...(whole && { whole }) };
}

/**
 * The state in which another report opens. One of what is so now opens over everything and keeps the days that were
 * chosen: they come back where somebody goes on from there, unless they chose others meanwhile.
 */
export function stateElsewhere(state: ReportState, firstPeriod: Period, opensWhole: boolean) {
  const isUntouched = state.period === firstPeriod;
  const { period, custom, whole } = state;
  const chosen: Days = { period, custom, ...(whole && { whole }) };
  const days = isUntouched && state.kept ? state.kept : chosen;
  const elsewhere = {
    ...{ ...state, whole: undefined },
    ...{ list: undefined, sort: undefined, tables: undefined, kept: undefined },
  };
  if (!opensWhole) return { ...elsewhere, ...days };
  const isChosen = !isUntouched || state.kept !== undefined;
  return { ...elsewhere, period: 'all' as const, custom: {}, kept: isChosen ? days : undefined };
}

/** Names of places only, as the server takes them. */
function zoneOf(name: string | null): string | undefined {
  if (!name || !/^(UTC$|[A-Za-z]+\/)/.test(name)) return undefined;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) && name;
  } catch {
    return undefined;
  }
}

export const groupingOf = ({ by }: Pick<ReportState, 'by'>, span: Span): Grouping =>
  by ?? unitFor(span);
export const isTime = (by: Grouping): by is TimeUnit => timeUnits.some((one) => one === by);
export const isListed = (by: Grouping): by is keyof typeof codeLists => by in codeLists;
export const isTree = (by: Grouping): by is TreeDimension =>
  treeDimensions.some((one) => one === by);
