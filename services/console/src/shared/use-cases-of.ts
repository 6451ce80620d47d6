import { useQueries } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import { api, bodyOf } from '../api/client.js';
import type { paths } from '../api/schema.js';

type Listed = paths['/api/v1/cases']['get']['responses'][200]['content']['application/json'];
export type ListedCase = Listed['items'][number];

/** As many as a list of cases answers at once. */
const mostCases = 200;

/** Ids of cases, as many at a time as a list of cases answers. */
export const inPages = (ids: readonly string[]): (readonly string[])[] =>
  Array.from({ length: Math.ceil(ids.length / mostCases) }, (_, page) =>
    ids.slice(page * mostCases, (page + 1) * mostCases),
  );

async function readCases(ids: readonly string[]): Promise<readonly ListedCase[]> {
  const query = { ids: ids.join(','), limit: mostCases };
  return (await bodyOf(api.GET('/api/v1/cases', { params: { query } }))).items;
}

const byId = (answers: UseQueryResult<readonly ListedCase[]>[]): ReadonlyMap<string, ListedCase> =>
  new Map(answers.flatMap(({ data }) => data ?? []).map((one) => [one.id, one]));

/**
 * How the cases of what a search found stand, by id, each page of them asked for together and read anew with any list
 * of cases. What is not open yet, or cannot be read, is not in it: what was found is shown all the same.
 */
export const useCasesOf = (pages: readonly (readonly string[])[]) =>
  useQueries({
    queries: pages
      .filter((ids) => ids.length > 0)
      .map((ids) => ({ queryKey: ['cases', 'of', ids], queryFn: () => readCases(ids) })),
    combine: byId,
  });
