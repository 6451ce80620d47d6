import { useQuery } from '@tanstack/react-query';
import { api, bodyOf } from '../../../api/client.js';
import type { paths } from '../../../api/schema.js';
import type { ListView } from './list-address.js';

export type SavedView =
  paths['/api/v1/saved-views/{id}']['get']['responses'][200]['content']['application/json'];
type SavedBody = paths['/api/v1/saved-views']['post']['requestBody']['content']['application/json'];

/** Everything that is read of saved views lies under it. */
export const savedViewsKey = ['saved-views'] as const;

const at = (id: string) => ({ params: { path: { id } } });

export const useSavedViews = () =>
  useQuery({
    queryKey: savedViewsKey,
    queryFn: () => bodyOf(api.GET('/api/v1/saved-views')),
    staleTime: 60_000,
  });

export const useSavedView = (id: string | undefined) =>
  useQuery({
    queryKey: [...savedViewsKey, id],
    queryFn: () => bodyOf(api.GET('/api/v1/saved-views/{id}', at(id!))),
    enabled: id !== undefined,
    staleTime: 60_000,
  });

/** What the list shows of a saved view. */
export const listOf = ({ filters, columns, sort }: SavedView): ListView => ({
  filters: Object.fromEntries(
    Object.entries(filters).map(([name, value]) => [name, String(value)]),
  ),
  columns,
  sort: sort ?? 'newest',
  search: '',
});

/** What is kept of a list under a name; which values the filters take the server knows. */
const bodyOfView = (
  { filters, columns, sort }: ListView,
  given: Pick<SavedBody, 'name' | 'sharedWith'>,
): SavedBody => ({
  ...given,
  filters: filters as NonNullable<SavedBody['filters']>,
  columns: [...columns],
  sort,
});

/** Keeps a list as a view: in place of the one with this id, or as a new one. */
export const saveView = (
  view: ListView,
  given: Pick<SavedBody, 'name' | 'sharedWith'>,
  id?: string,
): Promise<SavedView> => {
  const body = bodyOfView(view, given);
  return id === undefined
    ? bodyOf(api.POST('/api/v1/saved-views', { body }))
    : bodyOf(api.PUT('/api/v1/saved-views/{id}', { ...at(id), body }));
};

export const dropView = (id: string) => bodyOf(api.DELETE('/api/v1/saved-views/{id}', at(id)));
