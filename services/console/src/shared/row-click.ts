import type { MouseEvent } from 'react';

/** What does something of its own when it is clicked. */
const controls = 'a, button, input, label, [role=button], .ant-table-selection-column';

/**
 * A click somewhere on a row does what its link does. Not one on a control, nor one in what a row opens beside itself,
 * nor the end of marking its text.
 */
export const onRowClick = (act: () => void) => (event: MouseEvent<HTMLElement>) => {
  const { target, currentTarget } = event;
  if (!(target instanceof Element) || !currentTarget.contains(target)) return;
  if (target.closest(controls) || getSelection()?.toString()) return;
  act();
};
