import type { Role } from '../primitives.js';
import type { CaseCommandName } from './case-bodies.js';

const supervisors: readonly Role[] = ['supervisor', 'manager', 'admin'];
const everyDesk: readonly Role[] = ['agent', ...supervisors];

/**
 * Who may give which command: the API asks here, its description and the table of rights are made from
 * it. A command without an entry does not compile.
 */
export const commandRoles: Readonly<Record<CaseCommandName, readonly Role[]>> = {
  assign: supervisors,
  'complete-stage': everyDesk,
  'complete-stages': everyDesk,
  'add-evidence': everyDesk,
  triage: everyDesk,
  'add-note': everyDesk,
  'record-apology': everyDesk,
  'offer-remedy': everyDesk,
  'answer-remedy': everyDesk,
  'record-cause': everyDesk,
  'plan-action': everyDesk,
  'complete-action': everyDesk,
  'move-action': everyDesk,
  'drop-action': everyDesk,
  'approve-remedy': supervisors,
  'refuse-remedy': supervisors,
  'record-accountability': supervisors,
  'record-contact': everyDesk,
  'send-message': everyDesk,
  'undo-message': everyDesk,
  resolve: everyDesk,
  close: everyDesk,
  reopen: supervisors,
  pause: everyDesk,
  resume: everyDesk,
  'change-priority': supervisors,
  'change-severity': supervisors,
  'change-tier': supervisors,
  'amend-codes': everyDesk,
  'request-extension': everyDesk,
  'approve-extension': supervisors,
  'refuse-extension': supervisors,
  transfer: everyDesk,
  'accept-transfer': everyDesk,
  'refuse-transfer': everyDesk,
  'withdraw-transfer': everyDesk,
  'hand-back': everyDesk,
  'co-handle': everyDesk,
  supervise: supervisors,
  'answer-order': everyDesk,
  'decline-order': everyDesk,
  'drop-order': everyDesk,
  'mark-problem': everyDesk,
  'move-to-queue': everyDesk,
  'record-handling': everyDesk,
  'leave-for-safety': everyDesk,
  'take-safety-report': everyDesk,
  'report-adverse-event': everyDesk,
  'record-safety-submission': everyDesk,
  'end-safety-report': everyDesk,
  'name-party': everyDesk,
  'drop-party': everyDesk,
  withdraw: everyDesk,
  merge: supervisors,
  unmerge: supervisors,
  'link-repeat': everyDesk,
  'rule-out-repeat': everyDesk,
  'let-join': everyDesk,
  'refuse-join': everyDesk,
  'join-incident': everyDesk,
  'leave-incident': supervisors,
  'name-task-force': supervisors,
  'map-stakeholder': everyDesk,
  'override-stage': supervisors,
  'approve-command': supervisors,
  'refuse-command': everyDesk,
  'name-accused': everyDesk,
  'flag-threats': everyDesk,
  'snooze-reminders': supervisors,
  'resume-reminders': supervisors,
  'remove-attachment': supervisors,
};

/** Whether somebody with these roles may give a command at all; its case may still refuse it. */
export function mayCommand(roles: readonly Role[], command: CaseCommandName): boolean {
  return commandRoles[command].some((role) => roles.includes(role));
}
