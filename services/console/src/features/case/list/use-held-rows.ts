import { useCallback, useMemo, useRef, useState } from 'react';
import { holdList } from '../../../shared/hold-list.js';
import { inPages, useCasesOf } from '../../../shared/use-cases-of.js';
import { useHeldPlaces } from '../../../shared/use-held-places.js';
import { newestRows, rowsToHold } from './newest-rows.js';
import type { ListedCase } from './use-cases.js';

/** Rows as somebody saw them, of one list only: another one starts with nothing held. */
interface HeldRows {
  of: string;
  rows: readonly ListedCase[];
}

const nothing: readonly string[] = [];
const caseId = ({ id }: ListedCase) => id;

/**
 * The rows of a list, which stand still while some are chosen, and while somebody points at them or has come to them by
 * key: what is ticked is what was aimed at. Rows that no longer match stay, and those that came above wait.
 */
export function useHeldRows(of: string, listed: readonly ListedCase[]) {
  const box = useRef<HTMLDivElement>(null);
  const { heldKeys, holding } = useHeldPlaces(box, nothing);
  const isReached = heldKeys !== undefined;
  const [chosen, setChosen] = useState<readonly string[]>(nothing);
  const [hold, setHold] = useState<HeldRows>();
  const [reached, setReached] = useState<HeldRows>();
  // What was chosen in another list is not shown, and nothing is done with it.
  const ids = hold?.of === of ? chosen : nothing;
  const isChosen = ids.length > 0;
  const atHand = isReached && reached?.of === of ? reached : undefined;
  const held = isChosen ? hold : atHand;
  // Those that no longer match are in no list that is read anew: they are read by themselves.
  const gone = useMemo(() => {
    const inList = new Set(listed.map(caseId));
    return held?.rows.map(caseId).filter((id) => !inList.has(id)) ?? nothing;
  }, [held, listed]);
  const goneNow = useCasesOf(inPages(gone));
  const { shown: rows, waiting } = useMemo(() => {
    if (!held || held.rows === listed) return { shown: listed, waiting: 0 };
    // Whoever chose a row, or aims at it, still means it when it no longer matches.
    const seen = newestRows(held.rows, [...listed, ...goneNow.values()]);
    const keys = held.rows.map(caseId);
    return holdList(listed, caseId, { keys, newcomers: 'wait-above', seen });
  }, [held, listed, goneNow]);
  if (isChosen && hold) {
    const newest = newestRows(hold.rows, rows);
    if (newest !== hold.rows) setHold({ of, rows: newest });
  }
  if (isReached && rows.length > 0) {
    // With what is read on below, which stands still from then on as well.
    const isWhole = atHand?.rows.length === rows.length;
    const newest = atHand && isWhole ? newestRows(atHand.rows, rows) : rows;
    if (newest !== atHand?.rows) setReached({ of, rows: newest });
  } else if (reached) setReached(undefined);
  const choose = useCallback(
    (now: readonly string[]) => {
      const kept = isChosen && hold ? rowsToHold(hold.rows, rows, now) : rows;
      if (!isChosen || kept !== hold?.rows) setHold({ of, rows: kept });
      setChosen(now);
    },
    [isChosen, hold, of, rows],
  );
  return {
    rows,
    ids,
    choose,
    waiting,
    /** Whether newcomers wait for what was chosen, and not only until nobody is in the rows any more. */
    isChosen,
    showNew: () => setHold({ of, rows: listed }),
    /** For the element around the rows. */
    around: {
      ref: box,
      ...holding,
      // A box that was ticked with a pointer has the focus until something else is clicked.
      onFocus: ({ target }: React.FocusEvent) => {
        if (target.matches(':focus-visible')) holding.onFocus();
      },
    },
  };
}
