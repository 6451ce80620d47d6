import type { Severity, SnoozeReason } from '#contracts';

/** While nobody is reminded of a case. */
export interface Snooze {
  readonly until: number;
  /** Both absent of a snooze that began before they were kept. */
  readonly by?: string;
  readonly reason?: SnoozeReason;
  /** The last warning that each clock had in it; absent without any. */
  readonly kept?: readonly KeptWarning[];
}

export interface KeptWarning {
  readonly clockId: string;
  readonly threshold: number;
}

interface Snoozable {
  readonly priority: Severity;
  readonly snooze?: Snooze;
}

/** When the reminders of a case go on: of a critical one they never stood still. */
export function snoozeEnd({ snooze, priority }: Snoozable): number | undefined {
  return snooze && (priority === 'critical' ? 0 : snooze.until);
}

/** Whether nobody is told at an instant of what is not past due. */
export function isSnoozed(state: Snoozable, at: number): boolean {
  return at < (snoozeEnd(state) ?? 0);
}
