import type { ReactNode } from 'react';

/**
 * A word with a ground of its own, as the library's tags look. Plain, for lists: two tags in each of its rows took the
 * library more time than the rest of the row.
 */
export function Mark(props: {
  colour?: 'plain' | 'orange' | 'red';
  /** What its word is short for. */
  title?: string;
  children: ReactNode;
}) {
  return (
    <span className={`mark mark-${props.colour ?? 'plain'}`} title={props.title}>
      {props.children}
    </span>
  );
}
