import type { Question } from '../../../shared/questions/question-requests.js';

/** How many promises have run out by an instant. At the instant itself a promise is still kept. */
export const lateAt = (questions: readonly Pick<Question, 'dueAt'>[], now: number): number =>
  questions.filter(({ dueAt }) => dueAt !== null && Date.parse(dueAt) < now).length;
