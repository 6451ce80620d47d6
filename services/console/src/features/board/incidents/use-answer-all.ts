import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, bodyOf } from '../../../api/client.js';
import type { paths } from '../../../api/schema.js';
import { changedMeanwhile, mergeResults } from '../../../shared/many-results.js';
import { readAnew } from '../../../shared/use-command-many.js';
import { boardKey } from '../board-queries.js';

const route = '/api/v1/cases/{id}/incident/answers/{answer}';
type Body = paths[typeof route]['put']['requestBody']['content']['application/json'];
type Result =
  paths[typeof route]['put']['responses'][207]['content']['application/json']['items'][number];

export type AnswerMessage = Omit<Body, 'cases'>;
type Read = Body['cases'];

/**
 * One message to each customer of an incident. What is given again has the same id, so that nobody gets it twice; another
 * message has another.
 */
export function useAnswerAll(incident: string) {
  const client = useQueryClient();
  const [results, setResults] = useState<readonly Result[]>();
  const [given, setGiven] = useState<{ answer: string; message: AnswerMessage }>();
  const send = useMutation({
    mutationFn: ({ answer, message, cases }: NonNullable<typeof given> & { cases: Read }) =>
      bodyOf(
        api.PUT(route, {
          params: { path: { id: incident, answer } },
          body: { ...message, cases },
        }),
      ),
    onSuccess: ({ items }) =>
      setResults((before) => (before ? mergeResults(before, items) : items)),
    onSettled: () => client.invalidateQueries({ queryKey: boardKey }),
  });
  const again = useMutation({
    mutationFn: async (ids: readonly string[]) => {
      const cases = await readAnew(ids);
      const read = cases.map((one) => ({ case: one.case, expectedVersion: one.expectedVersion! }));
      if (given && read.length > 0) await send.mutateAsync({ ...given, cases: read });
    },
  });
  const changed = changedMeanwhile(results ?? []);
  return {
    results,
    answer: given?.answer,
    sendAt: send.data?.sendAt,
    error: send.error ?? again.error,
    isPending: send.isPending || again.isPending,
    give: (message: AnswerMessage, cases: Read) => {
      const isSame = given && JSON.stringify(given.message) === JSON.stringify(message);
      const one = isSame ? given : { answer: crypto.randomUUID(), message };
      setGiven(one);
      send.mutate({ ...one, cases });
    },
    /** How many changed since they were read. */
    changed: changed.length,
    giveAgain: () => again.mutate(changed),
  };
}
