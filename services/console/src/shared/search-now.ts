interface Address {
  pathname: string;
  search: string;
}

/**
 * What a screen's address says by now, which may be more than was drawn of it. The next screen's address, which the
 * window has while that one loads, says nothing of it.
 */
export const searchNow = (drawn: Address, ofWindow: Address): string =>
  ofWindow.pathname === drawn.pathname ? ofWindow.search : drawn.search;
