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

export function refuse(work: FilingWork, errors: FieldError[]): void {
  if (errors.length > 0) work.problem ??= new Problem('validation', { errors });
}

export function accepted(works: FilingWork[]): FilingWork[] {
  return works.filter((work) => !work.problem);
}
