import type { ListedCase } from './use-cases.js';

export type MarkName = 'snoozed' | 'major' | 'passedOver';
type Marked = Pick<ListedCase, 'priority' | 'status' | 'snoozedUntil' | 'triage' | 'overrides'>;

/** Whether nobody is reminded of a case at an instant: of a critical one everybody is, whatever was wished before. */
const isSnoozed = ({ priority, status, snoozedUntil }: Marked, now: number): boolean =>
  status === 'open' &&
  priority !== 'critical' &&
  snoozedUntil !== undefined &&
  Date.parse(snoozedUntil) > now;

/** What of a case its row says beside its columns; while the time is not known yet, nothing is said to be snoozed. */
export function marksOf(one: Marked, now: number | undefined): MarkName[] {
  return [
    ...(now !== undefined && isSnoozed(one, now) ? (['snoozed'] as const) : []),
    ...(one.triage?.complaintTier === 'major' ? (['major'] as const) : []),
    ...(one.overrides?.length ? (['passedOver'] as const) : []),
  ];
}
