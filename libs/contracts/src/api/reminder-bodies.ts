import { z } from 'zod';
import { isoInstant } from '../primitives.js';
import { snoozeReason } from '../reasons.js';
import { expectedVersion, note, reasonFrom } from './command-fields.js';

/** Reminders of one case stand still for a while, a week at the longest. */
export const reminderCommandBodies = {
  'snooze-reminders': z.strictObject({
    expectedVersion,
    until: isoInstant,
    reason: reasonFrom(snoozeReason),
    note,
  }),
  'resume-reminders': z.strictObject({ expectedVersion }),
} as const;
