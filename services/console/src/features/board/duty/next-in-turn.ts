import type { DutyView } from '../board-types.js';

type Seen = {
  rosters: readonly Pick<DutyView['rosters'][number], 'people'>[];
  absences: readonly Pick<DutyView['absences'][number], 'agentId' | 'from' | 'to'>[];
};

/**
 * Who takes the turns of somebody who is away and has no stand-in: of each roster of theirs the next person who is not away
 * too, each once. Without a span nobody else counts as away.
 */
export function nextInTurn(
  { rosters, absences }: Seen,
  agentId: string,
  from?: string,
  to?: string,
): string[] {
  const isAway = (other: string) =>
    from !== undefined &&
    to !== undefined &&
    absences.some(
      (one) =>
        one.agentId === other &&
        Date.parse(one.from) < Date.parse(to) &&
        Date.parse(one.to) > Date.parse(from),
    );
  const found = rosters.flatMap(({ people }) => {
    const place = people.indexOf(agentId);
    if (place < 0) return [];
    const after = [...people.slice(place + 1), ...people.slice(0, place)];
    return after.find((other) => !isAway(other)) ?? [];
  });
  return [...new Set(found)];
}
