import { api, bodyOf } from '../../../api/client.js';

export type FailureKind = 'dlq' | 'parked';
export type Decision = 'redrive' | 'discard';

/** What a list is narrowed to; also what a decision is about when nothing is picked. */
export interface Filter {
  service?: string;
  reason?: string;
  type?: string;
}

export interface Choice {
  ids?: string[];
  filter?: Filter;
  perSecond: number;
  most: number;
  dryRun: boolean;
}

export const readDeadLetters = (filter: Filter, state: LetterState, cursor: string) =>
  bodyOf(
    api.GET('/api/v1/dlq', {
      params: { query: { ...filter, state, limit: 100, ...(cursor && { cursor }) } },
    }),
  );

export const readParked = (filter: Filter, cursor: string) =>
  bodyOf(
    api.GET('/api/v1/parked', {
      params: { query: { ...filter, limit: 100, ...(cursor && { cursor }) } },
    }),
  );

export const letterStates = ['dead', 'redrive', 'redriven', 'discarded'] as const;
export type LetterState = (typeof letterStates)[number];

/** Events handled again or given up; with `dryRun` only counted. */
export const decide = (kind: FailureKind, decision: Decision, body: Choice) =>
  bodyOf(
    kind === 'dlq'
      ? decision === 'redrive'
        ? api.POST('/api/v1/dlq/redrive', { body })
        : api.POST('/api/v1/dlq/discard', { body })
      : decision === 'redrive'
        ? api.POST('/api/v1/parked/redrive', { body })
        : api.POST('/api/v1/parked/discard', { body }),
  );
