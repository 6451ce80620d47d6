import { figuresOf } from './recompute-report.js';
import type { Counted, ReportName } from './recompute-report.js';

export const timeGroupings = ['day', 'week', 'month', 'quarter', 'year'] as const;
export const dimensionGroupings = [
  'unit',
  'category',
  'channel',
  'tier',
  'severity',
  'product',
] as const;

const dayMs = 86_400_000;
/** Up to how many days what is open is in a class of its age, as the guide has it. */
const ages: readonly [name: string, days: number][] = [
  ['under-1-day', 1],
  ['1-to-3-days', 3],
  ['3-to-7-days', 7],
  ['7-to-14-days', 14],
  ['14-to-30-days', 30],
  ['over-30-days', Infinity],
];
const ageOf = (ms: number) => ages.findIndex(([, days]) => ms < days * dayMs);

/** The entries of each class of age, the youngest first; each entry counts once in its class and figure. */
export function groupByAge(counted: readonly Counted[], now: number): [group: string, Counted[]][] {
  return ages.flatMap(([name], at): [string, Counted[]][] => {
    const members = counted.filter((one) => ageOf(now - one.at) === at);
    return members.length > 0 ? [[name, members]] : [];
  });
}

/** The entries of each group, in the order of their names; one entry counts once in its group and figure. */
export function groupCounted(
  counted: readonly Counted[],
  by: string | undefined,
  timeZone: string,
): [group: string, Counted[]][] {
  const groups = new Map<string, Map<string, Counted>>();
  for (const entry of counted) {
    const group = groupOf(entry, by, timeZone);
    const members = groups.get(group) ?? new Map<string, Counted>();
    groups.set(group, members.set(`${entry.figure} ${entry.caseId} ${entry.part ?? ''}`, entry));
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([group, members]) => [group, [...members.values()]]);
}

function groupOf({ at, dimensions }: Counted, by: string | undefined, timeZone: string): string {
  if (by === undefined) return 'all';
  if (!(timeGroupings as readonly string[]).includes(by)) return dimensions[by] ?? '';
  const digits = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone, ...digits }).format(at);
  const [year, month] = day.split('-') as [string, string];
  if (by === 'day') return day;
  if (by === 'month') return `${year}-${month}`;
  if (by === 'quarter') return `${year}-Q${Math.ceil(Number(month) / 3)}`;
  return by === 'year' ? year : isoWeekOf(day);
}

/** ISO 8601: a week belongs to the year of its Thursday. */
function isoWeekOf(day: string): string {
  const thursday = new Date(`${day}T00:00:00Z`);
  thursday.setUTCDate(thursday.getUTCDate() + 4 - (thursday.getUTCDay() || 7));
  const year = thursday.getUTCFullYear();
  const days = (thursday.getTime() - Date.UTC(year, 0, 1)) / 86_400_000;
  return `${year}-W${String(Math.floor(days / 7) + 1).padStart(2, '0')}`;
}

/** A group's figures as the API states them: counts, and the shares that follow from them. */
export function stateFigures(
  report: ReportName,
  members: readonly Counted[],
  now: number,
): Record<string, unknown> {
  const counts: Record<string, number> = {};
  for (const figure of figuresOf[report]) {
    counts[figure] = members.filter((member) => member.figure === figure).length;
  }
  const { met = 0, breached = 0, satisfied = 0, answered = 0 } = counts;
  const { closedAnswered = 0, closed = 0 } = counts;
  if (report === 'sla-attainment') return { ...counts, attainment: share(met, met + breached) };
  if (report === 'orders') {
    const { inTime = 0, late = 0, overdue = 0 } = counts;
    const ended = inTime + late + overdue;
    return { ...counts, closedInTime: share(inTime, ended), insufficient: ended < 30 };
  }
  if (report === 'repeats') {
    const { repeats = 0, received = 0 } = counts;
    return { ...counts, repeatRate: share(repeats, received) };
  }
  if (report === 'transfers') return { ...counts, ...stateTransfers(members, counts) };
  if (report === 'backlog') return { ...counts, ...stateAges(members, now) };
  if (report !== 'satisfaction') return counts;
  return {
    ...counts,
    csat: share(satisfied, answered),
    responseRate: share(closedAnswered, closed),
    insufficient: answered < 30,
  };
}

/** Of what is open, from receipt until now. */
function stateAges(members: readonly Counted[], now: number): Record<string, number | null> {
  const open = members.filter(({ figure }) => figure === 'open');
  const seconds = open.map(({ at }) => (now - at) / 1_000).sort((one, other) => one - other);
  return { secondsOldest: seconds.at(-1) ?? null, secondsMedianAge: middleOf(seconds) };
}

function middleOf(sorted: readonly number[]): number | null {
  const places = [Math.floor, Math.ceil].map((round) => sorted[round((sorted.length - 1) / 2)]);
  const [low, high] = places;
  return low === undefined || high === undefined ? null : low + (high - low) / 2;
}

function stateTransfers(
  members: readonly Counted[],
  { accepted = 0, refused = 0 }: Record<string, number>,
): Record<string, unknown> {
  const spans = members.flatMap(({ held }) => held ?? []).sort((one, other) => one - other);
  const secondsHeld = spans.reduce((sum, ms) => sum + ms, 0) / 1_000;
  return {
    refusalRate: share(refused, accepted + refused),
    insufficient: accepted + refused < 30,
    secondsHeld,
    spansHeld: spans.length,
    // A hundredth of an hour is 36 seconds; a tie goes up.
    hoursHeld: Math.round(secondsHeld / 36) / 100,
    secondsMedian: middleOf(spans.map((ms) => ms / 1_000)),
  };
}

/**
 * Wilson's interval from its own definition: those p at which the observed rate lies 1.96 standard
 * errors away, the roots of (rate - p)^2 = z^2 p (1 - p) / n.
 */
function share(hits: number, n: number): Record<string, number | null> {
  if (n === 0) return { n, rate: null, low: null, high: null };
  const rate = hits / n;
  const spread = 1.959963984540054 ** 2 / n;
  const [a, b, c] = [1 + spread, -(2 * rate + spread), rate * rate];
  const root = Math.sqrt(Math.max(0, b * b - 4 * a * c));
  const eightDigits = (value: number) => Math.round(value * 1e8) / 1e8 + 0;
  const [low, high] = [(-b - root) / (2 * a), (-b + root) / (2 * a)];
  return { n, rate, low: eightDigits(low), high: eightDigits(high) };
}
