import { api, bodyOf } from '../../../api/client.js';

export const statuses = ['waiting', 'promised', 'answered', 'dismissed'] as const;
export const dismissals = ['one-off', 'complaint', 'unclear', 'other'] as const;

export type Review =
  | { decision: 'standard'; standard: string; example?: string; note?: string }
  | { decision: 'dismissed'; reason: (typeof dismissals)[number]; note?: string };

export const reviewQuestion = (id: string, body: Review) =>
  bodyOf(api.POST('/api/v1/questions/{id}/review', { params: { path: { id } }, body }));
