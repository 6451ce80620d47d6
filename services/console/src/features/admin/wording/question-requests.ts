import { api, bodyOf } from '../../../api/client.js';

export const statuses = ['waiting', 'promised', 'answered', 'dismissed'] as const;
export type Status = (typeof statuses)[number];
export const dismissals = ['one-off', 'complaint', 'unclear', 'other'] as const;

export const readQuestions = (status: Status, cursor: string) =>
  bodyOf(
    api.GET('/api/v1/questions', {
      params: { query: { status, limit: 50, ...(cursor && { cursor }) } },
    }),
  );
export type Question = Awaited<ReturnType<typeof readQuestions>>['items'][number];

export type Review =
  | { decision: 'standard'; standard: string; example?: string; note?: string }
  | { decision: 'dismissed'; reason: (typeof dismissals)[number]; note?: string };

export const reviewQuestion = (id: string, body: Review) =>
  bodyOf(api.POST('/api/v1/questions/{id}/review', { params: { path: { id } }, body }));

export const answerQuestion = (id: string, channel: Question['channel']) =>
  bodyOf(
    api.POST('/api/v1/questions/{id}/answer', { params: { path: { id } }, body: { channel } }),
  );
