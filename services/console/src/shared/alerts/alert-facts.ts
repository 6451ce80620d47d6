import type { paths } from '../../api/schema.js';

export type AlertView =
  paths['/api/v1/alerts/{id}']['get']['responses'][200]['content']['application/json'];

/** The word for why somebody is told. */
export type CauseWord = AlertView['cause'] | 'late';

/** A clock is overdue; an order or a preventive action, which has an instant and no clock, is late. */
export const causeWord = ({ cause, kind }: Pick<AlertView, 'cause' | 'kind'>): CauseWord =>
  cause === 'breach' && kind === null ? 'late' : cause;

const over: readonly AlertView['caseStatus'][] = ['closed', 'withdrawn', 'merged'];

/** Whether what it is about was done, or its case ended: whoever takes it on has nothing to hurry for. */
export const isOver = ({ stoppedAt, caseStatus }: Pick<AlertView, 'stoppedAt' | 'caseStatus'>) =>
  stoppedAt !== null || over.includes(caseStatus);

/** Whether it warned of a clock that is past due meanwhile and still waits: `now` by the server, in epoch milliseconds. */
export const isWarnedPast = (
  alert: Pick<AlertView, 'cause' | 'dueAt' | 'stoppedAt' | 'caseStatus'>,
  now: number | undefined,
): boolean =>
  alert.cause === 'warning' &&
  alert.dueAt !== null &&
  now !== undefined &&
  Date.parse(alert.dueAt) < now &&
  !isOver(alert);

/**
 * What the stream of alerts tells, with the snoozes that stand at the alerts of their case. Of every version: what is on its way from a replica that is older is heard too.
 */
export const alertTypes = [
  ...[1, 2, 3, 4].map((version) => `clearline.alert.raised.v${version}`),
  ...[1, 2, 3].map((version) => `clearline.alert.climbed.v${version}`),
  'clearline.alert.acknowledged.v1',
  'clearline.case.reminders-snoozed.v1',
  'clearline.case.reminders-resumed.v1',
];
