import type { OrderKind, ProblemKind } from '#contracts';

/** An order that nobody has answered yet; one that ended is known to its events only. */
export interface Order {
  readonly id: string;
  readonly kind: OrderKind;
  readonly unit: string;
  readonly dueAt: number;
  readonly by: string;
  readonly isOverdue?: true;
}

/** Of a case that is about somebody's conduct. */
export interface Problem {
  readonly accused: string;
  readonly kind?: ProblemKind;
  /** The unit that supervises them. */
  readonly desk: string;
  readonly followUpDays: number;
}

/** When the earliest order falls due; its alert is due a millisecond later, as every breach. */
export function nextOrderInstant(orders: readonly Order[] | undefined): number | undefined {
  const due = orders?.flatMap(({ isOverdue, dueAt }) => (isOverdue ? [] : dueAt));
  return due && due.length > 0 ? Math.min(...due) + 1 : undefined;
}
