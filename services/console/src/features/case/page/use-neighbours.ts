import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import {
  keepOrder,
  keptList,
  keptMore,
  keptOrder,
  neighboursOf,
} from '../../../shared/case-order.js';
import { say } from '../../../shared/say.js';
import { isCovered } from '../../../shared/use-keys.js';
import { readNextPage } from '../list/use-cases.js';
import { readOn } from './read-on.js';

/**
 * The cases beside one in the list that was shown last. Behind the last row that the list had read its next page is
 * asked for, so that the way from case to case ends where the list does.
 */
export function useNeighbours(id: string) {
  const { t } = useTranslation('casePage');
  const navigate = useNavigate();
  const [isReading, setIsReading] = useState(false);
  const { previous, next, position, count } = neighboursOf(keptOrder(), id);
  const more = keptMore();
  const goesOn = next === undefined && position !== undefined && more !== undefined;
  const open = (one: string | undefined) => {
    if (one !== undefined) void navigate(`/cases/${one}`);
  };
  const shown = useRef<string>(undefined);
  useEffect(() => {
    shown.current = id;
    return () => {
      shown.current = undefined;
    };
  }, [id]);
  const openBehind = async (kept: string) => {
    const [list, { pathname }] = [keptList(), window.location];
    // Where another screen loads this one stays in sight, with its address gone.
    const isStillHere = () => shown.current === id && window.location.pathname === pathname;
    setIsReading(true);
    try {
      const on = await readOn(keptOrder(), kept, readNextPage);
      // Another list was shown meanwhile, or this one was read anew.
      if (keptMore() !== kept) return;
      keepOrder(on.ids, list, on.more);
      if (isStillHere() && !isCovered()) open(on.next);
    } catch {
      if (isStillHere()) say('warning', t('page.nextFailed'));
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
      if (goesOn && !isReading) void openBehind(more);
      else open(next);
    },
  };
}
