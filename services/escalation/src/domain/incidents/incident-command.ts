import type { NamedCase } from '../merging/merge-command.js';

/** What is asked of one of many cases with one cause, and of the case that stands for all of them. */
export type IncidentCommand =
  | { type: 'join-incident'; incident: NamedCase; by: string }
  | { type: 'leave-incident'; by: string }
  | { type: 'grow-incident'; member: NamedCase; by: string }
  | { type: 'shrink-incident'; member: NamedCase; by: string };
