/** The order in which a list showed its cases, so that the next case is the next one of that list. */
const storageKey = 'clearline.case-order';

const listKey = 'clearline.case-list';

const moreKey = 'clearline.case-more';

/**
 * Of this tab: another one may show another list. `list` is where the list is, to go back to it as it was; `more` is the
 * query that its next page is read by, absent where these are all.
 */
export function keepOrder(ids: readonly string[], list = '', more?: string): void {
  sessionStorage.setItem(storageKey, ids.join(' '));
  sessionStorage.setItem(listKey, list);
  sessionStorage.setItem(moreKey, more ?? '');
}

/** The query of what comes after the cases that the list had read; none where it had read all. */
export function keptMore(): string | undefined {
  return sessionStorage.getItem(moreKey) || undefined;
}

/** The parameters of the list of cases that was shown last; none where it was another list. */
export function keptList(): string {
  return sessionStorage.getItem(listKey) ?? '';
}

export function keptOrder(): string[] {
  const kept = sessionStorage.getItem(storageKey);
  return kept ? kept.split(' ') : [];
}

export interface Neighbours {
  previous?: string;
  next?: string;
  /** From 1 on; absent for a case that the list did not show. */
  position?: number;
  count: number;
}

export function neighboursOf(ids: readonly string[], id: string): Neighbours {
  const at = ids.indexOf(id);
  if (at < 0) return { count: ids.length };
  const [previous, next] = [ids[at - 1], ids[at + 1]];
  return {
    ...(previous !== undefined && { previous }),
    ...(next !== undefined && { next }),
    ...{ position: at + 1, count: ids.length },
  };
}
