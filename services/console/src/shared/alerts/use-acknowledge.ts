import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { QueryKey } from '@tanstack/react-query';
import { api, bodyOf } from '../../api/client.js';
import { ApiProblem } from '../../api/problem.js';
import type { ProblemBody } from '../../api/problem.js';
import type { Settled } from '../each-of.js';

/** So many the server takes at once. */
const mostAtOnce = 1_000;

type Taken = Settled<string, { acknowledgedBy: string | undefined }>;

/** Takes alerts on, one or many; answers for each, also where one was refused. What lists them is read anew. */
export function useAcknowledge(queryKey: QueryKey) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (ids: readonly string[]) => {
      const settled: Taken[] = [];
      for (let from = 0; from < ids.length; from += mostAtOnce) {
        settled.push(...(await acknowledge(ids.slice(from, from + mostAtOnce))));
      }
      return settled;
    },
    onSettled: () => client.invalidateQueries({ queryKey }),
  });
}

async function acknowledge(ids: readonly string[]): Promise<Taken[]> {
  try {
    const asked = api.POST('/api/v1/alerts/acknowledge', { body: { alerts: [...ids] } });
    const { items } = await bodyOf(asked);
    return items.map(({ alert, acknowledgedBy, problem }) =>
      problem
        ? { item: alert, error: new ApiProblem(problem as ProblemBody) }
        : { item: alert, result: { acknowledgedBy } },
    );
  } catch (error) {
    // Of none is known what became of it.
    return ids.map((item) => ({ item, error }));
  }
}
