import type { SplitReason } from '#contracts';
import type { NamedCase } from '../merging/merge-command.js';

/** What the case of a part, and the case of the whole, learn of each other. */
export type SplitCommand =
  | { type: 'note-split'; from: NamedCase; reason: SplitReason; by: string }
  | { type: 'note-part'; part: NamedCase; reason: SplitReason; by: string };
