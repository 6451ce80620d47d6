import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf } from '../../../api/client.js';
import { boardKey } from '../board-queries.js';
import { eachOf } from '../../../shared/each-of.js';

/** Takes alerts on, one or many; answers for each, also where one was refused. */
export function useAcknowledge() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (ids: readonly string[]) =>
      eachOf(ids, (id) =>
        bodyOf(api.POST('/api/v1/alerts/{id}/acknowledge', { params: { path: { id } } })),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: boardKey }),
  });
}
