import type { CommandName } from '../words.js';

/**
 * What is done to many cases at once, each deciding for itself. `edit` changes one thing that a column or a filter of the
 * list shows.
 */
export const bulkCommands = {
  edit: [
    ...(['assign', 'transfer', 'move-to-queue', 'change-priority', 'change-severity'] as const),
    ...(['change-tier', 'amend-codes', 'triage', 'flag-threats'] as const),
  ],
  act: [
    ...(['co-handle', 'supervise', 'add-note', 'pause', 'resume', 'snooze-reminders'] as const),
    ...(['resume-reminders', 'join-incident', 'close', 'withdraw', 'reopen'] as const),
  ],
} as const satisfies Record<string, readonly CommandName[]>;

export const bulkGroups = Object.keys(bulkCommands) as (keyof typeof bulkCommands)[];
