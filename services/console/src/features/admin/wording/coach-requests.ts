import { api, bodyOf } from '../../../api/client.js';

export const readCoach = () => bodyOf(api.GET('/api/v1/coach'));
export type Coach = Awaited<ReturnType<typeof readCoach>>;
export type CoachWords = Omit<Coach, 'version' | 'publishedBy' | 'publishedAt'>;
export type Phrase = Coach['phrases'][number];

export const publishCoach = (expectedVersion: number, body: CoachWords) =>
  bodyOf(api.PUT('/api/v1/coach', { params: { query: { expectedVersion } }, body }));

/** What the coach goes by, without who published it. */
export function wordsOf(coach: Coach): CoachWords {
  const { phrases, signs, customerTypes, complaintTiers } = coach;
  return { phrases, signs, customerTypes, complaintTiers };
}
