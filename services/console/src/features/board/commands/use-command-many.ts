import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf } from '../../../api/client.js';
import { boardKey } from '../board-queries.js';

/** A case with the version that somebody saw of it, where they did. */
export interface Commanded {
  case: string;
  expectedVersion?: number;
}

/** One command for many cases; answers for each of them. */
export function useCommandMany(command: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { cases: Commanded[]; body: Record<string, unknown> }) =>
      bodyOf(api.POST('/api/v1/cases/commands/{command}', { params: { path: { command } }, body })),
    onSettled: () => client.invalidateQueries({ queryKey: boardKey }),
  });
}
