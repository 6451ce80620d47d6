interface ReadList {
  /** Every page of it was read. */
  isWhole: boolean;
  /** A page of it, or all of it anew, is on its way. */
  isFetching: boolean;
  /** How many were read, shown or not. */
  listed: number;
  /** What the report says by now; undefined where that is still read. */
  count: number | undefined;
  /** What the figure was when the list was read. */
  total: number | undefined;
}

type ListStanding = 'loading' | 'part' | 'again' | 'equal' | 'moved' | 'unknown';

/** How a list stands beside its figure. While either may change nothing is said of whether they agree. */
export function standingOfList({
  isWhole,
  isFetching,
  listed,
  count,
  total,
}: ReadList): ListStanding {
  if (!isWhole) return isFetching ? 'loading' : 'part';
  if (isFetching) return 'again';
  if (listed === (count ?? total)) return 'equal';
  return count === undefined ? 'unknown' : 'moved';
}

interface ReadTimes {
  /** When the list was read, epoch milliseconds of this machine, and when the figures were. */
  listedAt: number;
  countedAt: number;
  isHeld: boolean;
}

/** Of a list and a figure that differ, each of its own moment: how that is said, and the step from earlier to later. */
export function moveOf(
  { listed, count }: { listed: number; count: number },
  { listedAt, countedAt, isHeld }: ReadTimes,
): { text: 'moved' | 'newer' | 'movedHeld'; step: number } {
  if (listedAt < countedAt) return { text: 'moved', step: count - listed };
  return { text: isHeld ? 'movedHeld' : 'newer', step: listed - count };
}
