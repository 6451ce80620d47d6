import type { SplitReason, Tier } from '#contracts';
import { Problem } from '#platform';
import type { FieldError, FilingItem } from '../domain/filing-item.js';

/** Who files: a person signed in, a machine, or Clearline itself. */
export interface Actor {
  kind: 'user' | 'api-key' | 'system';
  name: string;
  agentId?: string;
}

export interface FollowingEvent {
  type: string;
  topic: string;
  data: object;
  occurredAt: number;
}

/** The complaint that a part was split off from. */
export interface SplitSource {
  readonly complaintId: string;
  readonly number: string;
  readonly reason: SplitReason;
}

/** An item with what is wrong with it by itself, before anything that it names is looked up. */
export interface ReadItem {
  item: FilingItem;
  problem?: Problem;
}

/** One item on its way through a batch; it carries either what it still needs or its problem. */
export interface FilingWork {
  readonly id: string;
  readonly item: FilingItem;
  readonly actor: Actor;
  readonly headers: Record<string, string>;
  readonly now: number;
  /** Names the customer where there is no phone: a keyed hash of it finds the customer again. */
  readonly customerReference?: string;
  /** What happened afterwards, appended behind the first event; imports of history have it. */
  readonly following?: readonly FollowingEvent[];
  readonly splitFrom?: SplitSource;
  problem?: Problem;
  customerId?: string;
  tier?: Tier;
  anonymous?: boolean;
  caseId?: string;
  number?: string;
}

/** Adds to what is wrong with an item, so that its sender is told all of it at once. */
export function refuse(work: FilingWork, errors: FieldError[]): void {
  if (errors.length === 0) return;
  const before = work.problem?.errors ?? [];
  work.problem = new Problem('validation', { errors: [...before, ...errors] });
}

/** What is looked at: also for more that is wrong with a field, not for what its sender may not do. */
export function examined(works: FilingWork[]): FilingWork[] {
  return works.filter(({ problem }) => problem === undefined || problem.slug === 'validation');
}

export function accepted(works: FilingWork[]): FilingWork[] {
  return works.filter((work) => !work.problem);
}
