import type { SplitReason } from '#contracts';
import type { Conflict } from '../conflicts/conflict-state.js';
import type { NamedCase } from '../merging/merge-command.js';

/** What the case of a part, and the case of the whole, learn of each other. */
export type SplitCommand =
  | {
      type: 'note-split';
      /** And whom the whole is kept from: its part is about them too, as far as anybody knows. */
      from: NamedCase & { readonly conflict?: Conflict };
      reason: SplitReason;
      by: string;
    }
  | { type: 'note-part'; part: NamedCase; reason: SplitReason; by: string };
