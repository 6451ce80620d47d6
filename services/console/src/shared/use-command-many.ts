import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, bodyOf } from '../api/client.js';
import type { paths } from '../api/schema.js';
import { eachOf } from './each-of.js';
import { changedBeside, changedMeanwhile, mergeResults, refusedForGood } from './many-results.js';
import type { Commanded } from './many-results.js';

export type CommandResult =
  paths['/api/v1/cases/commands/{command}']['post']['responses'][207]['content']['application/json']['items'][number];

interface Given {
  cases: readonly Commanded[];
  body: Record<string, unknown>;
}

/** Cases as they are now. What is not read any more is not tried again: its refusal stands. */
export async function readAnew(ids: readonly string[]): Promise<Commanded[]> {
  const read = await eachOf(ids, (id) =>
    bodyOf(api.GET('/api/v1/cases/{id}', { params: { path: { id } } })),
  );
  return read.flatMap(({ item, result }) =>
    result ? [{ case: item, expectedVersion: result.version }] : [],
  );
}

/** One command for many cases: what became of each, and another try for those that changed meanwhile. */
export function useCommandMany(
  command: string,
  onSettled: () => unknown,
  /** Cases that refuse a body whatever else they are asked: with them another is needed, and no repeat. */
  isHopeless: (id: string, body: Given['body']) => boolean = () => false,
) {
  const [results, setResults] = useState<readonly CommandResult[]>();
  const [given, setGiven] = useState<Given>();
  const path = { params: { path: { command } } };
  const post = async (meant: readonly Commanded[], body: Given['body']) => {
    if (meant.length === 0) return [];
    const sent = api.POST('/api/v1/cases/commands/{command}', {
      ...path,
      body: { cases: [...meant], body },
    });
    return (await bodyOf(sent)).items;
  };
  const send = useMutation({
    mutationFn: async ({ isAgain, cases, body }: Given & { isAgain: boolean }) => {
      const meant = isAgain ? await readAnew(cases.map(({ case: id }) => id)) : [...cases];
      const items = await post(meant, body);
      // Asked for again once: whoever looks at the answer should read what concerns what they meant.
      const unaffected = isAgain ? [] : changedBeside(command, items, meant);
      if (unaffected.length === 0) return items;
      // What was done stands, whatever becomes of another try: those left are refused, as they were.
      return mergeResults(items, await post(unaffected, body).catch(() => []));
    },
    onSuccess: (items, { isAgain }) =>
      setResults((before) => (before && isAgain ? mergeResults(before, items) : items)),
    onSettled,
  });
  const stale = changedMeanwhile(results ?? []);
  const hopeless = stale.filter((id) => given && isHopeless(id, given.body));
  const changed = stale.filter((id) => !hopeless.includes(id));
  const refusedCases = [...refusedForGood(results ?? []), ...hopeless];
  return {
    results,
    error: send.error,
    isPending: send.isPending,
    give: (one: Given) => {
      setGiven(one);
      send.mutate({ ...one, isAgain: false });
    },
    /** Those that refuse what was asked, however often. */
    refusedCases,
    /** Asks those that were refused for something else, as they are now; what was done stands. */
    giveOther: (body: Given['body']) => {
      const cases = refusedCases.map((id) => ({ case: id }));
      setGiven({ cases, body });
      send.mutate({ cases, body, isAgain: true });
    },
    /** How many changed since they were read. */
    changed: changed.length,
    giveAgain: () =>
      given && send.mutate({ ...given, cases: changed.map((id) => ({ case: id })), isAgain: true }),
  };
}
