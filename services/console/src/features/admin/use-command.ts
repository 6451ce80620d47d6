import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { QueryKey, UseMutationResult } from '@tanstack/react-query';
import { say } from '../../shared/say.js';

interface Consequences<Input, Output> {
  /** What has to be read anew. */
  stale: readonly QueryKey[];
  /** What is said when it is done. */
  done?: string | ((output: Output) => string);
  onDone?: (output: Output, input: Input) => void;
  onRefused?: (error: Error) => void;
}

/** Changes something once, says so, and has read anew what that made stale. */
export function useCommand<Output, Input = void>(
  run: (input: Input) => Promise<Output>,
  { stale, done, onDone, onRefused }: Consequences<Input, Output>,
): UseMutationResult<Output, Error, Input> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: run,
    onSuccess: (output, input) => {
      const text = typeof done === 'function' ? done(output) : done;
      if (text !== undefined) say('success', text);
      onDone?.(output, input);
    },
    onError: onRefused,
    // Refused too: what was refused was often decided on an old reading.
    onSettled: () => Promise.all(stale.map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
}
