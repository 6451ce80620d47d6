/** So many attempts, the last some four hours after the first; then a person decides. */
const mostAttempts = 10;
/** An attempt whose process died is made again after this. */
export const leaseMs = 60_000;
/** What was delivered is listed for so long. */
export const keptForMs = 7 * 86_400_000;

/** How an attempt went; without `retryAt` it was the last. */
export interface Settlement {
  outcome: string;
  isDelivered: boolean;
  retryAt?: number;
}

/** Before attempt n + 1, in milliseconds: 5 s, 15 s, 45 s ... at most an hour, a fifth more or less by chance. */
function backoffMs(attempts: number, chance: number): number {
  const plain = Math.min(3_600_000, 5_000 * 3 ** (attempts - 1));
  return Math.round(plain * (0.8 + 0.4 * chance));
}

/** What follows from the outcome of attempt number `attempts`; `isFinal` when another would meet the same. */
export function settlementOf(
  { outcome, isDelivered, isFinal }: { outcome: string; isDelivered: boolean; isFinal?: boolean },
  attempts: number,
  now: number,
): Settlement {
  if (isDelivered || isFinal || attempts >= mostAttempts) return { outcome, isDelivered };
  return { outcome, isDelivered, retryAt: now + backoffMs(attempts, Math.random()) };
}

/** How what was attempted stands by then. */
export function stateAfter({
  isDelivered,
  retryAt,
}: Settlement): 'delivered' | 'parked' | 'waiting' {
  if (isDelivered) return 'delivered';
  return retryAt === undefined ? 'parked' : 'waiting';
}
