import { codeLists, isTime } from './report-state.js';
import type { Grouping } from './report-state.js';

/** Codes that go from less to more. */
const ladders = ['age', 'tier', 'severity'] as const;
const ladderOf = (by: Grouping) => ladders.find((one) => one === by);

/** Whether groups have an order that tells something: others are read best by how much there is of them. */
export const hasOwnOrder = (by: Grouping): boolean => isTime(by) || ladderOf(by) !== undefined;

/** Groups of a ladder from its lowest step up, what is not of it last; other groups as they are. */
export function inOwnOrder(groups: readonly string[], by: Grouping): readonly string[] {
  const ladder = ladderOf(by);
  if (!ladder) return groups;
  const steps: readonly string[] = codeLists[ladder];
  const placeOf = (group: string) => {
    const step = steps.indexOf(group);
    return step < 0 ? steps.length : step;
  };
  return [...groups].sort((one, other) => placeOf(one) - placeOf(other));
}
