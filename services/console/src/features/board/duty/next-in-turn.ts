import type { DutyView } from '../board-types.js';

type Seen = {
  rosters: readonly Pick<DutyView['rosters'][number], 'people'>[];
  absences: readonly Pick<DutyView['absences'][number], 'agentId' | 'from' | 'to'>[];
};

/**
 * Who takes the turns of somebody who is away and has no stand-in: of each roster of theirs the next person, and where
 * they are away for a part of it the one after them as well, each once. Without a span nobody else counts as away.
 */
export function nextInTurn(
  { rosters, absences }: Seen,
  agentId: string,
  from?: string,
  to?: string,
): string[] {
  const away = (other: string): 'never' | 'partly' | 'throughout' => {
    if (from === undefined || to === undefined) return 'never';
    const [begin, end] = [Date.parse(from), Date.parse(to)];
    const beside = absences.filter(
      (one) => one.agentId === other && Date.parse(one.from) < end && Date.parse(one.to) > begin,
    );
    if (beside.length === 0) return 'never';
    const isWhole = beside.some(
      (one) => Date.parse(one.from) <= begin && Date.parse(one.to) >= end,
    );
    return isWhole ? 'throughout' : 'partly';
  };
  const found = rosters.flatMap(({ people }) => {
    const place = people.indexOf(agentId);
    if (place < 0) return [];
    const after = [...people.slice(place + 1), ...people.slice(0, place)];
    const there = after.filter((other) => away(other) !== 'throughout');
    const first = there.findIndex((other) => away(other) === 'never');
    return first < 0 ? there : there.slice(0, first + 1);
  });
  return [...new Set(found)];
}
