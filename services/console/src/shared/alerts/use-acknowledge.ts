import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { QueryKey } from '@tanstack/react-query';
import { api, bodyOf } from '../../api/client.js';
import { eachOf } from '../each-of.js';

/** Takes alerts on, one or many; answers for each, also where one was refused. What lists them is read anew. */
export function useAcknowledge(queryKey: QueryKey) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (ids: readonly string[]) =>
      eachOf(ids, (id) =>
        bodyOf(api.POST('/api/v1/alerts/{id}/acknowledge', { params: { path: { id } } })),
      ),
    onSettled: () => client.invalidateQueries({ queryKey }),
  });
}
