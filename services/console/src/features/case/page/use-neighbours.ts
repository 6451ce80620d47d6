import { useState } from 'react';
import { useNavigate } from 'react-router';
import {
  keepOrder,
  keptList,
  keptMore,
  keptOrder,
  neighboursOf,
} from '../../../shared/case-order.js';
import { readNextPage } from '../list/use-cases.js';

/**
 * The cases beside one in the list that was shown last. Behind the last row that the list had read its next page is
 * asked for, so that the way from case to case ends where the list does.
 */
export function useNeighbours(id: string) {
  const navigate = useNavigate();
  const [isReading, setIsReading] = useState(false);
  const { previous, next, position, count } = neighboursOf(keptOrder(), id);
  const more = keptMore();
  const goesOn = next === undefined && position !== undefined && more !== undefined;
  const open = (one: string | undefined) => {
    if (one !== undefined) void navigate(`/cases/${one}`);
  };
  const readOn = async (kept: string) => {
    setIsReading(true);
    try {
      const known = keptOrder();
      const page = await readNextPage(kept);
      // A case that moved in the order meanwhile may come twice.
      const fresh = page.ids.filter((one) => !known.includes(one));
      keepOrder([...known, ...fresh], keptList(), page.more);
      open(fresh[0]);
    } finally {
      setIsReading(false);
    }
  };
  return {
    ...{ previous, next, position, count, isReading },
    /** Whether the list has more than was read of it. */
    isCut: more !== undefined,
    hasNext: next !== undefined || goesOn,
    goBack: () => open(previous),
    goOn: () => {
      if (goesOn && !isReading) void readOn(more);
      else open(next);
    },
  };
}
