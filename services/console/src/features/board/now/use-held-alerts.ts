import { useState } from 'react';
import type { RefObject } from 'react';
import { holdList } from '../../../shared/hold-list.js';
import { useHeldPlaces } from '../../../shared/use-held-places.js';
import type { AlertView } from '../board-types.js';
import { keyOf, placesOf } from './alert-list.js';
import type { AlertRow } from './alert-list.js';
import { alertsOf, groupAlerts, keptStorms } from './group-alerts.js';
import type { KeptStorm } from './group-alerts.js';
import { rankRows } from './rank-alerts.js';

/**
 * Alerts as rows by urgency. Nothing moves while somebody points at a row or has its button in focus: rows that came
 * meanwhile follow below, and within a storm they wait. One that somebody opened, points at or has come to by
 * key stays what it is while its alerts come and go.
 */
export function useHeldAlerts(
  box: RefObject<HTMLElement | null>,
  alerts: readonly AlertView[],
  unfolded: ReadonlySet<string>,
  cursor: string | undefined,
) {
  const [kept, setKept] = useState<readonly KeptStorm[]>([]);
  const ranked = rankRows(groupAlerts(alerts, kept));
  const places = ranked.flatMap(placesOf);
  const { heldKeys, release, holding } = useHeldPlaces(box, places);
  const isKept = (key: string) => key === cursor || unfolded.has(key) || !!heldKeys?.includes(key);
  const toKeep = keptStorms(kept, ranked, isKept);
  if (toKeep !== kept) setKept(toKeep);
  const held = heldKeys && ({ keys: heldKeys, newcomers: 'follow' } as const);
  const inside = heldKeys && ({ keys: heldKeys, newcomers: 'wait' } as const);
  return {
    rows: holdList(ranked, keyOf, held).shown,
    insideOf: (row: AlertRow) => holdList(alertsOf(row), ({ id }) => id, inside),
    ...{ release, holding },
  };
}
