import { api, bodyOf } from '../../../api/client.js';
import type { readAnswers } from '../../../shared/questions/question-requests.js';
import { wordingOf } from './wording-of.js';

export type Answer = Awaited<ReturnType<typeof readAnswers>>['items'][number];

export const readAnswer = (code: string, version: number) =>
  bodyOf(
    api.GET('/api/v1/standard-answers/{code}', {
      params: { path: { code }, query: { version } },
    }),
  );

export const tiers = ['standard', 'quality', 'key', 'vip'] as const;

/** What the form holds: every tier has its fields, empty where the standard one is said. */
export interface AnswerValues extends Pick<Answer, 'code' | 'name' | 'questions' | 'answerable'> {
  category?: string;
  promisedMinutes?: number;
  tiers: Partial<Record<(typeof tiers)[number], Partial<Answer['tiers']['standard']>>>;
  owner: string;
  isActive: boolean;
}

/** Publishes the next version of a standard answer. */
export function publishAnswer(values: AnswerValues, expectedVersion: number) {
  const { code, category, promisedMinutes, answerable, tiers: given, ...rest } = values;
  const body = {
    ...{ ...rest, answerable },
    ...(category && { category }),
    ...(answerable === 'later' && promisedMinutes && { promisedMinutes }),
    tiers: { standard: wordingOf(given.standard)!, ...othersOf(given) },
  };
  return bodyOf(
    api.PUT('/api/v1/standard-answers/{code}', {
      params: { path: { code }, query: { expectedVersion } },
      body,
    }),
  );
}

const othersOf = (given: AnswerValues['tiers']) =>
  Object.fromEntries(
    (['quality', 'key', 'vip'] as const).flatMap((tier) => {
      const wording = wordingOf(given[tier]);
      return wording ? [[tier, wording]] : [];
    }),
  );
