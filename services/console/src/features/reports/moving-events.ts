/** What happens to customers and moves figures, as the stream of signals names it. */
export const signalTypes = [
  'clearline.satisfaction.scored.v1',
  'clearline.churn.warned.v1',
  'clearline.churn.cleared.v1',
];

/** What happens to cases and moves figures, as their stream names it. */
export const movingCaseTypes = [
  'clearline.case.opened.v1',
  'clearline.case.history-recorded.v1',
  'clearline.case.assigned.v2',
  'clearline.case.stage-completed.v1',
  'clearline.case.stage-overridden.v1',
  'clearline.case.resolved.v1',
  'clearline.case.closed.v2',
  'clearline.case.reopened.v2',
  'clearline.case.withdrawn.v1',
  'clearline.case.merged.v1',
  'clearline.case.unmerged.v1',
  'clearline.case.severity-changed.v1',
  'clearline.case.tier-changed.v1',
  'clearline.case.codes-amended.v1',
  'clearline.case.left-for-safety.v1',
  'clearline.case.safety-taken.v1',
  'clearline.case.handling-recorded.v1',
  'clearline.case.repeat-linked.v1',
  'clearline.case.repeat-ruled-out.v1',
  'clearline.case.transferred.v1',
  'clearline.case.transfer-accepted.v1',
  'clearline.case.transfer-refused.v1',
  'clearline.case.transfer-withdrawn.v1',
  'clearline.case.handed-back.v1',
  'clearline.case.order-given.v2',
  'clearline.case.order-answered.v1',
  'clearline.case.order-declined.v1',
  'clearline.case.order-dropped.v1',
  'clearline.case.order-overdue.v1',
];

/** What of the streams stands, for the word that says it; somebody without the stream of cases has the others alone. */
export function liveWordOf(isHeld: boolean, areSignals: boolean, areCases: boolean | undefined) {
  if (isHeld) return 'held';
  if (!areSignals || areCases === false) return 'off';
  return areCases === undefined ? 'signals' : 'on';
}
export type LiveWord = ReturnType<typeof liveWordOf>;
