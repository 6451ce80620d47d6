import { queryOptions } from '@tanstack/react-query';
import { questionsKey, readQuestions } from '../../../shared/questions/question-requests.js';

/** Nobody answers more before the list is read anew; one that is cut says so. */
const most = 200;

/** What somebody or their unit promised and still owes, what runs out first in front: late ones above all. */
const owed = { mine: 'true', status: 'promised', sort: 'due', limit: most } as const;
/** Others answer and promise too; no stream tells of questions. */
const soon = { refetchInterval: 30_000 };

export const ownQuestions = queryOptions({
  queryKey: [...questionsKey, 'own'],
  queryFn: () => readQuestions(owed),
  ...soon,
});

/** How many there are, and until when: without what was asked, which nobody reads in a number. */
export const owedQuestions = queryOptions({
  queryKey: [...questionsKey, 'owed'],
  queryFn: () => readQuestions({ ...owed, texts: 'false' }),
  ...soon,
});
