import { queryOptions } from '@tanstack/react-query';
import { questionsKey, readQuestions } from '../../../shared/questions/question-requests.js';

/** Nobody answers more before the list is read anew; one that is cut says so. */
const most = 200;

/** The answers that somebody or their unit promised and still owes, what runs out first in front: late ones above all. */
export const ownQuestions = queryOptions({
  queryKey: [...questionsKey, 'own'],
  queryFn: () => readQuestions({ mine: 'true', status: 'promised', sort: 'due', limit: most }),
  // Others answer and promise too; no stream tells of questions.
  refetchInterval: 30_000,
});
