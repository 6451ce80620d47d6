import { queryOptions } from '@tanstack/react-query';
import { questionsKey, readQuestions } from '../../../shared/questions/question-requests.js';
import { byPromise } from './by-promise.js';

/** Nobody answers more before the list is read anew; one that is cut says so. */
const most = 200;

const own = { mine: 'true', limit: most } as const;
/** What somebody or their unit promised and still owes, and what they noted that nobody has reviewed yet. */
const owed = [
  { ...own, status: 'promised', sort: 'due' },
  { ...own, status: 'waiting', sort: 'asked' },
] as const;
/** Others answer and promise too; no stream tells of questions. */
const soon = { refetchInterval: 30_000 };

async function readOwed(texts: 'true' | 'false') {
  const lists = await Promise.all(owed.map((query) => readQuestions({ ...query, texts })));
  const items = byPromise(lists.flatMap((list) => list.items));
  return { items, next: lists.find(({ next }) => next !== null)?.next ?? null };
}

export const ownQuestions = queryOptions({
  queryKey: [...questionsKey, 'own'],
  queryFn: () => readOwed('true'),
  ...soon,
});

/** How many there are, and until when: without what was asked, which nobody reads in a number. */
export const owedQuestions = queryOptions({
  queryKey: [...questionsKey, 'owed'],
  queryFn: () => readOwed('false'),
  ...soon,
});
