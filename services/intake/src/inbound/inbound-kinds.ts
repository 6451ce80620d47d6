import type { FilingKind } from '../domain/filing-item.js';

export type InboundKind = FilingKind | 'customer';

const inboundType = /^clearline\.inbound\.(complaint|callback|survey|customer)(?:\.v1)?$/;

/** Which field says when, where a body leaves it to the event's `time`. */
export const timeFields = {
  complaint: 'receivedAt',
  callback: 'at',
  survey: 'answeredAt',
} as const;

/**
 * Of a score and answers a survey has the one of its kind. Whoever publishes may send both, and the other is left out as
 * any field that nobody knows; over HTTP it is refused, where somebody reads why.
 */
export function ownFields(kind: FilingKind, body: object): object {
  if (kind !== 'survey') return body;
  const { score, answers, ...survey } = body as Record<string, unknown>;
  const isAnswered = survey['kind'] === 'servqual' || survey['kind'] === 'csi';
  return { ...survey, ...(isAnswered ? { answers } : { score }) };
}

/** What an event type that others may send is about; undefined for any other type. */
export function inboundKind(type: string): InboundKind | undefined {
  return inboundType.exec(type)?.[1] as InboundKind | undefined;
}
