/** The figures of a group as the server gives them. */
export type Figures = Readonly<Record<string, unknown>>;

/** A share with its 95 % interval; nulls where nothing was counted. */
export interface Share {
  n: number;
  rate: number | null;
  low: number | null;
  high: number | null;
}

/** One line of a report. */
export interface ReportLine {
  /** Of the address; '' is a group without a name. */
  row: string;
  group: string;
  figures: Figures;
}

const isShare = (value: unknown): value is Share =>
  typeof value === 'object' && value !== null && 'rate' in value;

export function countOf(figures: Figures | undefined, name: string): number | null {
  const value = figures?.[name];
  return typeof value === 'number' ? value : null;
}

/** Of several figures that share nothing, with commas between them, what they are together. */
export function sumOf(figures: Figures | undefined, names: string): number | null {
  const counts = names.split(',').map((name) => countOf(figures, name));
  return counts.reduce((sum, count) => (sum === null || count === null ? null : sum + count), 0);
}

export function shareOf(figures: Figures | undefined, name: string): Share | null {
  const value = figures?.[name];
  return isShare(value) ? value : null;
}

/** The server calls satisfaction below thirty answers insufficient; other shares rest on no more at that size. */
const sufficient = 30;
export const isInsufficient = ({ n }: Share): boolean => n < sufficient;

/** What a share is a share of. */
export type Counted = 'answers' | 'cases' | 'clocks' | 'orders' | 'transfers';
/** What a share, a mean or a median rests on. */
export type RestsOn = Counted | 'spans';
const countedByShare: Readonly<Record<string, Counted>> = {
  csat: 'answers',
  responseRate: 'cases',
  attainment: 'clocks',
  closedInTime: 'orders',
  refusalRate: 'transfers',
};
export const countedBy = (share: string): Counted => countedByShare[share] ?? 'cases';

/** What a mean or a median is made of. A median of what is open now is of all of it, however few that are. */
const madeOf: Readonly<Record<string, string>> = {
  secondsPerCase: 'handled',
  costPerCase: 'withCost',
  secondsMedian: 'spansHeld',
};

/** Whether a mean or a median may rest on too little. */
export const canBeTooFew = (average: string): boolean => average in madeOf;

/** What a share, a mean or a median rests on, where that is too little for it to be used. */
export function tooFewOf(figures: Figures, name: string): RestsOn | undefined {
  const share = shareOf(figures, name);
  if (share) return isInsufficient(share) ? countedBy(name) : undefined;
  const counted = madeOf[name];
  const n = counted === undefined ? null : countOf(figures, counted);
  if (n === null || n >= sufficient) return undefined;
  return counted === 'spansHeld' ? 'spans' : 'cases';
}

/** A line in which nothing happened, shaped as another; an amount per case is not nought but unknown. */
export function emptyLike(figures: Figures, averages: readonly string[]): Figures {
  return Object.fromEntries(
    Object.entries(figures).map(([name, value]) => {
      if (averages.includes(name)) return [name, null];
      if (isShare(value)) return [name, { n: 0, rate: null, low: null, high: null }];
      if (typeof value === 'boolean') return [name, true];
      return [name, typeof value === 'number' ? 0 : value];
    }),
  );
}
