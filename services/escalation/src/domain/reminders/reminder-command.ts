import type { Envelope, SnoozeReason } from '#contracts';

/** Whether people are reminded of a case that they know of. */
export type ReminderCommand =
  | { type: 'snooze-reminders'; until: number; reason: SnoozeReason; note?: Envelope; by: string }
  | { type: 'resume-reminders'; by: string };
