import type { Dashboard } from './dashboards.js';
import { countOf, shareOf, sumOf } from './figures.js';
import type { Figures } from './figures.js';

/** What a share or an average is looked into by: what it counts, what it lacks, or what it is an average of. */
const behind: Readonly<Record<string, string>> = {
  attainment: 'breached',
  csat: 'answered',
  responseRate: 'closedAnswered',
  closedInTime: 'late',
  refusalRate: 'refused',
  repeatRate: 'repeats',
  secondsPerCase: 'handled',
  costPerCase: 'withCost',
};

/** What a share, a mean or a median is of: figures that share nothing and together are its number. */
const restsOn: Readonly<Record<string, readonly string[]>> = {
  attainment: ['met', 'breached'],
  csat: ['answered'],
  responseRate: ['closed'],
  closedInTime: ['inTime', 'late', 'overdue'],
  refusalRate: ['accepted', 'refused'],
  repeatRate: ['received'],
  secondsPerCase: ['handled'],
  costPerCase: ['withCost'],
  secondsMedianAge: ['open'],
};

/** The list of all that a share, a mean or a median is of, and how many that are; nothing where it would have another number. */
export function allBehind(
  { figures: listed }: Pick<Dashboard, 'figures'>,
  figures: Figures,
  name: string,
): { figure: string; count: number } | undefined {
  const parts = restsOn[name];
  if (!parts?.every((part) => listed.includes(part))) return undefined;
  const figure = parts.join(',');
  const count = sumOf(figures, figure);
  if (!count || count !== (shareOf(figures, name)?.n ?? count)) return undefined;
  return { figure, count };
}

/**
 * The figure whose list opens for another, or for a line as a whole: that itself where it has a list, else what is
 * behind it, and where that is nought the first figure that counts something. Nothing where all are nought, and of what
 * has no cases behind it.
 */
export function openedBy(
  { figures: listed, shares }: Pick<Dashboard, 'figures' | 'shares'>,
  figures: Figures,
  figure?: string,
): string | undefined {
  const hasAny = (name: string) => (countOf(figures, name) ?? 0) > 0;
  if (figure !== undefined && listed.includes(figure)) return hasAny(figure) ? figure : undefined;
  const counted = figure === undefined ? undefined : behind[figure];
  if (counted !== undefined && listed.includes(counted) && hasAny(counted)) return counted;
  const isOfAll = figure === undefined || shares.includes(figure);
  return isOfAll ? listed.find(hasAny) : undefined;
}
