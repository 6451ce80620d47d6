import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, bodyOf } from '../../../api/client.js';
import type { paths } from '../../../api/schema.js';
import { changedMeanwhile, mergeResults, refusedForGood } from '../../../shared/many-results.js';
import { isOfRule } from '../../../shared/refusal.js';
import { newKey } from '../../../shared/new-key.js';
import { readAnew } from '../../../shared/use-command-many.js';
import { boardKey } from '../board-queries.js';

const route = '/api/v1/cases/{id}/incident/answers/{answer}';
type Body = paths[typeof route]['put']['requestBody']['content']['application/json'];
type Result =
  paths[typeof route]['put']['responses'][207]['content']['application/json']['items'][number];

export type AnswerMessage = Omit<Body, 'cases'>;
type Read = Body['cases'];

/** A message with those that get it. */
interface MessagePart {
  message: AnswerMessage;
  cases: Read;
}

/** What was given under one id. */
interface Given {
  answer: string;
  message: AnswerMessage;
  ids: readonly string[];
}

/** Messages of one answer that are held, and when they leave. */
interface Leaving {
  answer: string;
  sendAt: string;
  held: number;
}

/**
 * One message to each customer of an incident, by as many ways as are named. What is given again has the same id, so that
 * nobody gets it twice; another message has another, and where it puts one right it is for those alone that were refused.
 */
export function useAnswerAll(incident: string, known: readonly string[]) {
  const client = useQueryClient();
  const [results, setResults] = useState<readonly Result[]>();
  const [given, setGiven] = useState<readonly Given[]>([]);
  const [leaving, setLeaving] = useState<readonly Leaving[]>([]);
  const [isCorrecting, setIsCorrecting] = useState(false);
  const send = useMutation({
    mutationFn: async (parts: readonly (Given & { cases: Read })[]) => {
      for (const { answer, message, cases } of parts) {
        const { items, sendAt } = await bodyOf(
          api.PUT(route, {
            params: { path: { id: incident, answer } },
            body: { ...message, cases },
          }),
        );
        const asked = new Set(cases.map((one) => one.case));
        // An answer also says of those that another part reaches that they were not named.
        const told = items.filter((one) => asked.has(one.case) || !known.includes(one.case));
        setResults((before = []) => withResults(before, told));
        const held = told.filter(({ status }) => status === 200).length;
        setLeaving((before) => [
          ...before.filter((one) => one.answer !== answer),
          { answer, sendAt, held },
        ]);
      }
      setIsCorrecting(false);
    },
    onSettled: () => client.invalidateQueries({ queryKey: boardKey }),
  });
  const again = useMutation({
    mutationFn: async ({ parts, ids }: { parts: readonly Given[]; ids: readonly string[] }) => {
      const read = (await readAnew(ids)).map((at) => ({
        ...{ case: at.case, expectedVersion: at.expectedVersion! },
      }));
      // Who joined meanwhile is of no part: they get what is sent first.
      const partOf = (id: string) => parts.findLast((one) => one.ids.includes(id)) ?? parts[0];
      const asked = parts
        .map((part) => ({ ...part, cases: read.filter((one) => partOf(one.case) === part) }))
        .filter(({ cases }) => cases.length > 0);
      if (asked.length > 0) await send.mutateAsync(asked);
    },
  });
  const changed = changedMeanwhile(results ?? []);
  // No other words or way reach whom nobody knows.
  const isNameless = ({ problem }: Result) =>
    problem !== undefined && isOfRule(problem, 'anonymous');
  const refused = refusedForGood((results ?? []).filter((one) => !isNameless(one)));
  const answered = new Map((results ?? []).map((one) => [one.case, one.status]));
  // Where one way failed and another did not, the form stays for those left.
  const isWhole = given.every(({ ids }) => ids.every((id) => answered.has(id)));
  /** What was given before, under its id and to more by now; anything else under a new one. */
  const givenOf = (message: AnswerMessage, ids: readonly string[]): Given => {
    const same = given.find((one) => JSON.stringify(one.message) === JSON.stringify(message));
    const all = [...new Set([...(same?.ids ?? []), ...ids])];
    return { answer: same?.answer ?? newKey(), message, ids: isCorrecting ? all : ids };
  };
  return {
    results: isCorrecting || !isWhole ? undefined : results,
    leaving: leaving.filter(({ held }) => held > 0),
    /** The message that each case was given last. */
    messageOf: (id: string) => given.findLast(({ ids }) => ids.includes(id))?.message,
    error: send.error ?? again.error,
    isPending: send.isPending || again.isPending,
    give: (parts: readonly MessagePart[]) => {
      const asked = parts.map(({ message, cases }) => ({
        ...givenOf(
          message,
          cases.map((one) => one.case),
        ),
        cases,
      }));
      const fresh = asked.map(({ answer, message, ids }) => ({ answer, message, ids }));
      if (isCorrecting) {
        const replaced = new Set(fresh.map(({ answer }) => answer));
        setGiven([...given.filter(({ answer }) => !replaced.has(answer)), ...fresh]);
        again.mutate({
          parts: fresh,
          ids: parts.flatMap(({ cases }) => cases.map((one) => one.case)),
        });
        return;
      }
      setGiven(fresh);
      const left = asked
        .map((part) => ({
          ...part,
          cases: part.cases.filter((one) => answered.get(one.case) !== 200),
        }))
        .filter(({ cases }) => cases.length > 0);
      send.mutate(left);
    },
    /** How many changed since they were read. */
    changed: changed.length,
    giveAgain: () => given.length > 0 && again.mutate({ parts: given, ids: changed }),
    /** How many were refused for what they are, or for what the message lacks; and which. */
    refused: refused.length,
    refusedCases: refused,
    isCorrecting,
    /**
     * Back to the message: what is sent next is for those alone. Not before those that changed were given the same again:
     * what is given again is the latest message, and that one would be another.
     */
    correct: changed.length === 0 ? () => setIsCorrecting(true) : undefined,
  };
}

/** What became of each, with those that were not answered for yet below. */
function withResults(before: readonly Result[], told: readonly Result[]): readonly Result[] {
  const known = new Set(before.map((one) => one.case));
  const fresh = told.filter((one) => !known.has(one.case));
  return [...mergeResults(before, told), ...fresh].map((one, index) => ({ ...one, index }));
}
