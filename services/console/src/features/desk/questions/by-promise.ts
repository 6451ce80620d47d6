import type { Question } from '../../../shared/questions/question-requests.js';

type Owed = Pick<Question, 'id' | 'dueAt' | 'askedAt'>;

const dueOf = ({ dueAt }: Owed) => (dueAt === null ? Infinity : Date.parse(dueAt));

/** What runs out first in front; then what nobody promised a time for, the oldest first. */
export const byPromise = <T extends Owed>(questions: readonly T[]): T[] =>
  [...questions].sort((a, b) => {
    const [one, other] = [dueOf(a), dueOf(b)];
    if (one !== other) return one - other;
    return Date.parse(a.askedAt) - Date.parse(b.askedAt) || (a.id < b.id ? -1 : 1);
  });
