import type { AmendReason, Envelope } from '#contracts';

/** What a case is about was keyed wrong: the codes as they should be, and why. */
export interface AmendCodes {
  type: 'amend-codes';
  category?: string;
  /** `none` where it is about no product. */
  product?: string;
  reason: AmendReason;
  note?: Envelope;
  by: string;
}
