import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { isWorthRetry, retryDelay } from './retry.js';

interface Filed<Body> {
  body: Body;
  key: string;
}

/**
 * Files something until the server has answered, every time under the same key: it is filed once, whatever became of
 * the tries before. `failureCount` says how often it was tried in vain; `stop` ends that.
 */
export function useFiling<Body, Answer>(
  send: (body: Body, key: string) => Promise<Answer>,
  onFiled: (answer: Answer, body: Body) => void,
) {
  const isStopped = useRef(false);
  const mutation = useMutation({
    mutationFn: ({ body, key }: Filed<Body>) => send(body, key),
    retry: (failures, error) => !isStopped.current && isWorthRetry(failures, error),
    retryDelay,
    onSuccess: (answer, { body }) => onFiled(answer, body),
  });
  return {
    ...mutation,
    /** `whileHere` is told only while what files it is still on the screen. */
    file: (body: Body, key: string, whileHere?: () => void) => {
      isStopped.current = false;
      mutation.mutate({ body, key }, { ...(whileHere && { onSuccess: whileHere }) });
    },
    stop: () => {
      isStopped.current = true;
      mutation.reset();
    },
  };
}

export type Filing = Pick<
  ReturnType<typeof useFiling>,
  'isPending' | 'failureCount' | 'error' | 'stop'
>;
