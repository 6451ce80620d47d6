import { useHref, useLocation } from 'react-router';
import { searchNow } from './search-now.js';

/** For what is chosen before the last choice is drawn. */
export function useSearchNow(): () => URLSearchParams {
  const { pathname, search } = useLocation();
  const drawn = { pathname: useHref(pathname), search };
  return () => new URLSearchParams(searchNow(drawn, window.location));
}
