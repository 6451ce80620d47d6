import { useSearchParams } from 'react-router';
import { useSearchNow } from '../../../shared/use-search-now.js';
import { readAddress, savedIn, writeAddress } from './list-address.js';
import type { ListView } from './list-address.js';
import { listOf, useSavedView } from './saved-views.js';
import type { SavedView } from './saved-views.js';

/**
 * What the address says is to be shown: a saved view as it is kept, or the list that is written out there. Who changes
 * something in a saved view is at an address of its own from then on, which names the view it began as.
 */
export function useListView() {
  const [address, setAddress] = useSearchParams();
  const searchNow = useSearchNow();
  const written = readAddress(address);
  const id = savedIn(address) ?? written.from;
  const { data: saved, error, isLoading } = useSavedView(id);
  const isSaved = savedIn(address) !== undefined && saved !== undefined;
  // What is chosen next may come before what was chosen last is drawn: it is added to what the address says.
  const viewNow = () => viewAt(searchNow(), saved);
  return {
    view: viewAt(address, saved),
    viewNow,
    saved,
    /** Whether `view` is the saved one as it was saved. */
    isSaved,
    isPending: savedIn(address) !== undefined && isLoading,
    error,
    change: (by: ViewChange) => {
      const shown = viewNow();
      setAddress(writeAddress({ ...shown, ...by(shown) }), { replace: true });
    },
    openView: (one: string | undefined) => setAddress(one ? { view: one } : {}),
  };
}

/** How what is shown changes, from what is shown by then. */
export type ViewChange = (shown: ListView) => Partial<ListView>;

const viewAt = (address: URLSearchParams, saved: SavedView | undefined): ListView =>
  saved && savedIn(address) !== undefined
    ? { ...listOf(saved), from: saved.id }
    : readAddress(address);
