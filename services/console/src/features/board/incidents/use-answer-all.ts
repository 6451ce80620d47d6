import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, bodyOf } from '../../../api/client.js';
import type { paths } from '../../../api/schema.js';
import {
  changedMeanwhile,
  mergeResults,
  onlyOf,
  refusedForGood,
} from '../../../shared/many-results.js';
import { newKey } from '../../../shared/new-key.js';
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
 * message has another, and where it puts one right it is for those alone that were refused.
 */
export function useAnswerAll(incident: string) {
  const client = useQueryClient();
  const [results, setResults] = useState<readonly Result[]>();
  const [given, setGiven] = useState<{ answer: string; message: AnswerMessage }>();
  const [isCorrecting, setIsCorrecting] = useState(false);
  const send = useMutation({
    mutationFn: ({ answer, message, cases }: NonNullable<typeof given> & { cases: Read }) =>
      bodyOf(
        api.PUT(route, {
          params: { path: { id: incident, answer } },
          body: { ...message, cases },
        }),
      ),
    onSuccess: ({ items }, { cases }) => {
      const named = onlyOf(
        items,
        cases.map((one) => one.case),
      );
      setResults((before) => (before ? mergeResults(before, named) : items));
      setIsCorrecting(false);
    },
    onSettled: () => client.invalidateQueries({ queryKey: boardKey }),
  });
  const again = useMutation({
    mutationFn: async ({ ids, ...one }: NonNullable<typeof given> & { ids: readonly string[] }) => {
      const cases = await readAnew(ids);
      const read = cases.map((at) => ({ case: at.case, expectedVersion: at.expectedVersion! }));
      if (read.length > 0) await send.mutateAsync({ ...one, cases: read });
    },
  });
  const changed = changedMeanwhile(results ?? []);
  const refused = refusedForGood(results ?? []);
  return {
    results: isCorrecting ? undefined : results,
    answer: given?.answer,
    sendAt: send.data?.sendAt,
    /** How many of the latest are held; those before have their own time to leave. */
    held: send.data?.items.filter(({ status }) => status === 200).length ?? 0,
    error: send.error ?? again.error,
    isPending: send.isPending || again.isPending,
    give: (message: AnswerMessage, cases: Read) => {
      if (given && isCorrecting) {
        const isSame = JSON.stringify(given.message) === JSON.stringify(message);
        const one = isSame ? given : { answer: newKey(), message };
        setGiven(one);
        again.mutate({ ...one, ids: refused });
        return;
      }
      const isSame = given && JSON.stringify(given.message) === JSON.stringify(message);
      const one = isSame ? given : { answer: newKey(), message };
      setGiven(one);
      send.mutate({ ...one, cases });
    },
    /** How many changed since they were read. */
    changed: changed.length,
    giveAgain: () => given && again.mutate({ ...given, ids: changed }),
    /** How many were refused for what they are, or for what the message lacks. */
    refused: refused.length,
    isCorrecting,
    /**
     * Back to the message: what is sent next is for those alone. Not before those that changed were given the same again:
     * what is given again is the latest message, and that one would be another.
     */
    correct: changed.length === 0 ? () => setIsCorrecting(true) : undefined,
  };
}
