import type { Envelope, MergeReason, UnmergeReason } from '#contracts';
import type { Conflict } from '../conflicts/conflict-state.js';

/** A case that another one is about. */
export interface NamedCase {
  readonly caseId: string;
  readonly number: string;
}

/** Whom that case is kept from, where it is from anybody. */
type WithConflict = { readonly conflict?: Conflict };

/** What supervisors ask of a duplicate, and what the case that it is one of learns of it. */
export type MergeCommand =
  | {
      type: 'merge';
      into: NamedCase & WithConflict & { readonly receivedAt: number };
      reason: MergeReason;
      note?: Envelope;
      by: string;
    }
  | { type: 'unmerge'; reason: UnmergeReason; note?: Envelope; by: string }
  | { type: 'join-duplicate'; duplicate: NamedCase & WithConflict; by: string }
  | { type: 'release-duplicate'; duplicate: NamedCase; by: string };
