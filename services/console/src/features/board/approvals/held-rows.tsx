import { useRef } from 'react';
import type { ReactNode } from 'react';
import { holdList } from '../../../shared/hold-list.js';
import { useHeldPlaces } from '../../../shared/use-held-places.js';

/** Rows in their order of before while somebody reaches for one: what came meanwhile follows below, what is gone is gone. */
export function HeldRows<Row>(props: {
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  children: (shown: Row[]) => ReactNode;
}) {
  const { rows, keyOf, children } = props;
  const box = useRef<HTMLDivElement>(null);
  const { heldKeys, holding } = useHeldPlaces(box, rows.map(keyOf));
  const held = heldKeys && ({ keys: heldKeys, newcomers: 'follow' } as const);
  return (
    <div ref={box} {...holding}>
      {children([...holdList(rows, keyOf, held).shown])}
    </div>
  );
}
