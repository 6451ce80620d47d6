import { ownZone } from '../../../shared/zoned-text.js';
import type { ExplainedClock } from '../case-queries.js';

type ZonedClock = { explanation: Pick<ExplainedClock['explanation'], 'timeZone'> };

/**
 * In which zone a case is printed: that of its clocks, by which a dispute is settled, so that one sheet has one time.
 * Where they are of several, or there are none, that of whoever prints.
 */
export function printZone(clocks: readonly ZonedClock[]): string {
  const [zone, ...others] = new Set(clocks.map(({ explanation }) => explanation.timeZone));
  return zone !== undefined && others.length === 0 ? zone : ownZone();
}

/** In the order in which things happened: what is told late stands where it was. */
export const byTime = <Entry extends { occurredAt: string }>(entries: readonly Entry[]): Entry[] =>
  entries.toSorted((one, other) => Date.parse(one.occurredAt) - Date.parse(other.occurredAt));
