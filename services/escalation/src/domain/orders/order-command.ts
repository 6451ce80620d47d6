import type { Envelope, OrderMatter, ProblemKind, TransferRefusalReason } from '#contracts';

/** What units other than the one that has the case are asked for, and what becomes of it. */
export type OrderCommand =
  | {
      type: 'co-handle';
      units: readonly string[];
      matter?: OrderMatter;
      dueAt: number;
      text: Envelope;
      by: string;
    }
  | { type: 'supervise'; unit?: string; dueAt: number; text: Envelope; by: string }
  | { type: 'answer-order'; orderId: string; answer: Envelope; by: string }
  | {
      type: 'decline-order';
      orderId: string;
      reason: TransferRefusalReason;
      note?: Envelope;
      by: string;
    }
  | { type: 'drop-order'; orderId: string; note?: Envelope; by: string }
  | {
      type: 'mark-problem';
      accused: string;
      kind?: ProblemKind;
      /** Whom that keeps away, beside whom the case was kept from already; absent where nobody is. */
      conflicted?: readonly string[];
      desk: string;
      dueAt: number;
      followUpDays: number;
      text: Envelope;
      by: string;
    };
