import type { Change } from './refusal.js';

/** What acts by itself: nobody is named for it. */
const machines: readonly string[] = ['system', 'timer'];

/** Whether time passed, or the system did it, and no person. */
export const isMachine = (actor: string | null): boolean =>
  actor === null || machines.includes(actor);

/** A clock that ticks, a warning, an alert that was raised: a form that was open meanwhile means what it meant. */
const isTick = ({ type, actor }: Pick<Change, 'type' | 'actor'>): boolean =>
  isMachine(actor) && /^clearline\.(alert|sla)\./.test(type);

/** What touches neither stage, owner, unit nor evidence of a case. */
const beside =
  /^clearline\.alert\.|^clearline\.case\.(contact-recorded|message-|note-added|order-|file-|feedback-noted|handling-recorded|wording-flagged|join-|reminders-|repeats-counted)/;

/** Whoever ends a case reads first what people did meanwhile. */
const endings: readonly string[] = ['close', 'withdraw', 'merge'];

/** What a command does itself: when its answer was lost on the way, it may be done already; others may have been quicker. */
const traces: Readonly<Record<string, RegExp>> = {
  'record-contact': /\.contact-recorded\./,
  'add-note': /\.note-added\./,
  'co-handle': /\.order-given\./,
  supervise: /\.order-given\./,
  'answer-order': /\.order-/,
  'decline-order': /\.order-/,
  'drop-order': /\.order-/,
  'snooze-reminders': /\.reminders-/,
  'resume-reminders': /\.reminders-/,
  'record-handling': /\.handling-recorded\./,
  'let-join': /\.join-/,
  'refuse-join': /\.join-/,
  'remove-attachment': /\.file-/,
  'undo-message': /\.message-/,
};

/**
 * Whether nothing that happened to a case concerns a command that was written for an earlier version of it: then it is
 * given for the version that is. False of changes of which not all are known.
 */
export function isNoConflict(
  command: string,
  changes: readonly Pick<Change, 'type' | 'actor'>[],
  versions: { written: number; latest: number },
): boolean {
  if (changes.length === 0 || changes.length < versions.latest - versions.written) return false;
  return changes.every((change) => {
    if (isTick(change)) return true;
    const { type } = change;
    return !endings.includes(command) && beside.test(type) && !traces[command]?.test(type);
  });
}
