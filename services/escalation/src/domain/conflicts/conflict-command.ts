import type { Envelope } from '#contracts';

/** 回避: whom a complaint is about, with everybody whom that keeps away from it. */
export interface ConflictCommand {
  type: 'name-accused';
  accused: readonly string[];
  conflicted: readonly string[];
  note?: Envelope;
  by: string;
}
