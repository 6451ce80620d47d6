import type { Envelope, NoRepeatReason } from '#contracts';
import type { NamedCase } from '../merging/merge-command.js';

/** An earlier case that a complaint repeats, or only seemed to; and who else is let into a case. */
export type RepeatCommand =
  | {
      type: 'link-repeat';
      earlier: NamedCase & { readonly receivedAt: number };
      note?: Envelope;
      by: string;
    }
  | {
      type: 'rule-out-repeat';
      earlier: NamedCase;
      reason: NoRepeatReason;
      note?: Envelope;
      by: string;
    }
  | { type: 'count-repeat'; later: NamedCase; isRepeat: boolean; by: string }
  | {
      type: 'note-complaint-change';
      changeId: string;
      kind: 'amended' | 'facts-added';
      note?: Envelope;
      by: string;
    }
  | { type: 'request-join'; agent: string; note?: Envelope; by: string }
  | { type: 'let-join' | 'refuse-join'; agent: string; note?: Envelope; by: string };
