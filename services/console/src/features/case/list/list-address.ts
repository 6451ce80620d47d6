/** What the list of cases can be narrowed by, each a parameter of its address and of the API. */
export const filterNames = [
  ...(['status', 'stage', 'priority', 'owner', 'unit', 'category', 'queue'] as const),
  ...(['complaintTier', 'overdue', 'severity', 'tier', 'product', 'channel'] as const),
  ...(['receivedDays', 'receivedFrom', 'receivedTo'] as const),
] as const;
export type FilterName = (typeof filterNames)[number];

/** Of these one value alone; the others take several, with commas between them. */
const single: readonly FilterName[] = ['overdue', 'receivedDays', 'receivedFrom', 'receivedTo'];
export const takesSeveral = (name: FilterName): boolean => !single.includes(name);
export type Filters = Partial<Record<FilterName, string>>;

export const columnNames = [
  ...(['number', 'status', 'stage', 'priority', 'category', 'due', 'owner', 'unit'] as const),
  ...(['tier', 'channel', 'queue', 'receivedAt'] as const),
] as const;
export type ColumnName = (typeof columnNames)[number];
const usual: readonly ColumnName[] = columnNames.filter(
  (name) => name !== 'channel' && name !== 'queue',
);

export const sortNames = ['newest', 'oldest', 'due', 'priority'] as const;
export type SortName = (typeof sortNames)[number];

export interface ListView {
  filters: Filters;
  columns: readonly ColumnName[];
  sort: SortName;
  /** Words that are searched for; the server searches all cases then, whatever the filters. */
  search: string;
  /** The saved view that this began as, by its id: it is another one now. */
  from?: string | undefined;
}

/**
 * A list narrowed by one filter, or by it no more. What is overdue is looked at for what has waited longest: unless
 * another order was chosen, that comes first.
 */
export function narrowed(
  { filters, sort }: Pick<ListView, 'filters' | 'sort'>,
  name: FilterName,
  value: string | undefined,
): Pick<ListView, 'filters' | 'sort'> {
  const { [name]: _before, ...others } = filters;
  const isOverdue = name === 'overdue' && value === 'true';
  return {
    filters: value ? { ...others, [name]: value } : others,
    sort: isOverdue && sort === 'newest' ? 'due' : sort,
  };
}

/** The saved view that an address stands for, as it was saved. */
export const savedIn = (address: URLSearchParams): string | undefined =>
  address.get('view') ?? undefined;

export function readAddress(address: URLSearchParams): ListView {
  const filters: Filters = {};
  for (const name of filterNames) {
    const value = address.get(name);
    if (value) filters[name] = value;
  }
  const chosen = address.get('columns')?.split(',') ?? [];
  const columns = columnNames.filter((name) => chosen.includes(name));
  return {
    filters,
    columns: columns.length > 0 ? columns : usual,
    sort: sortNames.find((name) => name === address.get('sort')) ?? 'newest',
    search: address.get('q') ?? '',
    from: address.get('from') ?? undefined,
  };
}

/** The address of a view: what is as usual is not in it. */
export function writeAddress(view: ListView): URLSearchParams {
  const { filters, columns, sort, search, from } = view;
  const address = new URLSearchParams();
  if (from) address.set('from', from);
  if (search) address.set('q', search);
  for (const name of filterNames) {
    const value = filters[name];
    if (value) address.set(name, value);
  }
  if (sort !== 'newest') address.set('sort', sort);
  if (columns.join() !== usual.join()) address.set('columns', columns.join());
  return address;
}
