import { api, bodyOf } from '../../api/client.js';
import type { paths } from '../../api/schema.js';

/** Whatever lists questions is read anew when one is noted, reviewed or answered. */
export const questionsKey = ['questions'] as const;

type Asked = NonNullable<paths['/api/v1/questions']['get']['parameters']['query']>;

export const readQuestions = (query: Asked) =>
  bodyOf(api.GET('/api/v1/questions', { params: { query } }));
export type Question = Awaited<ReturnType<typeof readQuestions>>['items'][number];

export const readAnswers = () => bodyOf(api.GET('/api/v1/standard-answers'));

export const answerQuestion = (id: string, channel: Question['channel']) =>
  bodyOf(
    api.POST('/api/v1/questions/{id}/answer', { params: { path: { id } }, body: { channel } }),
  );
