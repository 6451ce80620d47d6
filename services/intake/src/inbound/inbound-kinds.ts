import type { FilingKind } from '../domain/filing-item.js';

export type InboundKind = FilingKind | 'customer';

const inboundType = /^clearline\.inbound\.(complaint|callback|survey|customer)(?:\.v1)?$/;

/** Which field says when, where a body leaves it to the event's `time`. */
export const timeFields = {
  complaint: 'receivedAt',
  callback: 'at',
  survey: 'answeredAt',
} as const;

/** What an event type that others may send is about; undefined for any other type. */
export function inboundKind(type: string): InboundKind | undefined {
  return inboundType.exec(type)?.[1] as InboundKind | undefined;
}
