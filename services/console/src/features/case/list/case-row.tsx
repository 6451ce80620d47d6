import { createContext, useContext, useSyncExternalStore } from 'react';
import type { ComponentProps } from 'react';
import { RowCursor } from './row-cursor.js';

export const CursorContext = createContext(new RowCursor());

/** A row of the table, which looks by itself whether the cursor is at it. */
export function CaseRow({
  className,
  ...row
}: ComponentProps<'div'> & { 'data-row-key'?: string }) {
  const cursor = useContext(CursorContext);
  const isCurrent = useSyncExternalStore(
    cursor.subscribe,
    () => cursor.id !== undefined && cursor.id === row['data-row-key'],
  );
  return (
    <div {...row} className={`${className} case-row ${isCurrent ? 'case-row-current' : ''}`} />
  );
}
