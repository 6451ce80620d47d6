import type { ContactKind } from '../../../shared/contact-address.js';
import type { CaseView } from '../case-queries.js';
import type { CommandName } from '../words.js';
import { isExtendable } from './clock-choices.js';

/** What of a case decides about which commands make sense; the server decides whether they are allowed. */
export type CaseFacts = Pick<
  CaseView,
  | 'stage'
  | 'status'
  | 'transferTo'
  | 'mergedInto'
  | 'safety'
  | 'snoozedUntil'
  | 'clocks'
  | 'links'
  | 'owner'
>;

const isWorking = ({ status }: CaseFacts) => status === 'open' || status === 'paused';
const isOver = ({ stage }: CaseFacts) => stage === 'closed';
const flows = (one: CaseFacts) => isWorking(one) && !one.safety;
const hasLink = (one: CaseFacts, rel: string) => one.links.some((link) => link.rel === rel);
const asked = ({ clocks }: CaseFacts) => clocks.some((clock) => clock.extensionRequestedBy);

const isAskedByAnother =
  (actor: string) =>
  ({ extensionRequestedBy: by }: CaseFacts['clocks'][number]) =>
    by !== undefined && by !== actor;

/** When a command makes sense. A command that is not named here is always offered. */
const conditions: Partial<Record<CommandName, (one: CaseFacts) => boolean>> = {
  'complete-stages': flows,
  'override-stage': flows,
  resolve: flows,
  'record-contact': (one) => !isOver(one),
  triage: isWorking,
  assign: (one) => !isOver(one),
  close: (one) => one.status === 'resolved' && !one.safety,
  reopen: (one) => !isWorking(one) && one.status !== 'merged' && !one.safety,
  withdraw: (one) => !isOver(one) && !one.safety,
  transfer: (one) => flows(one) && one.transferTo === undefined,
  'accept-transfer': (one) => one.transferTo !== undefined,
  'refuse-transfer': (one) => one.transferTo !== undefined,
  'withdraw-transfer': (one) => one.transferTo !== undefined,
  'hand-back': (one) => flows(one) && one.transferTo === undefined,
  'co-handle': flows,
  supervise: (one) => !isOver(one),
  pause: (one) => flows(one) && one.clocks.some(({ state }) => state === 'running'),
  resume: (one) => one.clocks.some(({ state }) => state === 'paused'),
  'request-extension': (one) => flows(one) && one.clocks.some(isExtendable),
  'approve-extension': asked,
  'refuse-extension': asked,
  'snooze-reminders': (one) => !isOver(one) && one.snoozedUntil === undefined,
  'resume-reminders': (one) => one.snoozedUntil !== undefined,
  'change-priority': (one) => !isOver(one),
  'change-severity': (one) => !isOver(one),
  'change-tier': (one) => !isOver(one),
  'amend-codes': (one) => !one.safety,
  'record-apology': (one) => !one.safety,
  'offer-remedy': (one) => !one.safety,
  'answer-remedy': (one) => !one.safety,
  'name-party': (one) => !isOver(one),
  'drop-party': (one) => !isOver(one),
  merge: (one) => flows(one),
  unmerge: (one) => one.mergedInto !== undefined,
  'join-incident': (one) => flows(one) && !hasLink(one, 'incident'),
  'leave-incident': (one) => hasLink(one, 'incident'),
  'leave-for-safety': flows,
  'take-safety-report': ({ safety }) => safety !== undefined && safety.takenBy === null,
  'report-adverse-event': (one) => one.safety !== undefined && isWorking(one),
  'record-safety-submission': (one) => one.safety !== undefined && isWorking(one),
  'end-safety-report': (one) => one.safety !== undefined && isWorking(one),
};

export interface CommandGroup {
  name: 'work' | 'people' | 'clocks' | 'grading' | 'settling' | 'linking' | 'safety';
  commands: readonly CommandName[];
}

/**
 * Every command that is given on a case as a whole; what concerns one of its parts stands beside that part. What is
 * dangerous to overlook comes first.
 */
export const commandGroups: readonly CommandGroup[] = [
  {
    name: 'safety',
    commands: [
      ...(['leave-for-safety', 'take-safety-report', 'report-adverse-event'] as const),
      ...(['record-safety-submission', 'end-safety-report'] as const),
    ],
  },
  {
    name: 'work',
    commands: [
      ...(['complete-stages', 'resolve', 'record-contact', 'triage', 'close', 'reopen'] as const),
      ...(['withdraw', 'override-stage'] as const),
    ],
  },
  {
    name: 'people',
    commands: [
      ...(['accept-transfer', 'refuse-transfer', 'withdraw-transfer'] as const),
      ...(['assign', 'transfer', 'hand-back'] as const),
      ...(['co-handle', 'supervise', 'mark-problem'] as const),
    ],
  },
  {
    name: 'clocks',
    commands: [
      ...(['pause', 'resume', 'request-extension', 'approve-extension'] as const),
      ...(['refuse-extension', 'snooze-reminders', 'resume-reminders'] as const),
    ],
  },
  {
    name: 'grading',
    commands: [
      ...(['change-priority', 'change-severity', 'change-tier', 'amend-codes'] as const),
      ...(['move-to-queue', 'flag-threats', 'record-handling'] as const),
    ],
  },
  {
    name: 'settling',
    commands: [
      ...(['record-apology', 'offer-remedy', 'record-cause', 'plan-action'] as const),
      'record-accountability',
    ],
  },
  {
    name: 'linking',
    commands: [
      ...(['merge', 'unmerge', 'join-incident', 'leave-incident', 'link-repeat'] as const),
      ...(['rule-out-repeat', 'name-party', 'name-accused'] as const),
    ],
  },
];

type Rights = Readonly<Record<CommandName, { roles: readonly string[] }>>;

/** Who looks at the case. */
export interface Viewer {
  roles: readonly string[];
  /** May act for the unit that has the case. */
  isOfUnit: boolean;
  /** May answer the transfer that waits: of the unit that was asked, not of the one that asked. */
  mayAnswer: boolean;
  /** May take it back: who owns the case, or of the unit that asked. */
  hasAsked: boolean;
  /** As events name them. */
  actor: string;
}

/** What the unit decides that a case was transferred to. */
const ofTheAsked: readonly CommandName[] = ['accept-transfer', 'refuse-transfer'];

/** Codes are put right by who owns the case and by its unit; what has ended is reported, and is for supervisors. */
function mayAmendCodes(one: CaseFacts, { roles, isOfUnit, actor }: Viewer): boolean {
  if (roles.some((role) => role !== 'agent' && role !== 'bi')) return true;
  return !isOver(one) && (isOfUnit || one.owner === actor);
}

/** Whether somebody may give a command on a case as it stands. */
export function isOffered(
  command: CommandName,
  one: CaseFacts,
  viewer: Viewer,
  rights: Rights,
): boolean {
  const { roles, isOfUnit, mayAnswer, actor } = viewer;
  if (!rights[command].roles.some((role) => roles.includes(role))) return false;
  if (ofTheAsked.includes(command) && !mayAnswer) return false;
  if (command === 'withdraw-transfer' && !viewer.hasAsked) return false;
  if (command === 'hand-back' && !isOfUnit) return false;
  if (command === 'amend-codes' && !mayAmendCodes(one, viewer)) return false;
  // More time is given by another person than who asked; refusing it is open to both.
  if (command === 'approve-extension' && !one.clocks.some(isAskedByAnother(actor))) return false;
  // What was merged is worked in the other case.
  if (one.status === 'merged' && command !== 'unmerge') return false;
  return conditions[command]?.(one) ?? true;
}

/** What comes next by the state of the case, the most likely first. */
export function likelyNext(one: CaseFacts): CommandName[] {
  if (one.status === 'merged') return ['unmerge'];
  if (one.transferTo !== undefined) {
    return ['accept-transfer', 'refuse-transfer', 'withdraw-transfer', 'record-contact'];
  }
  if (one.safety) {
    return [
      'take-safety-report',
      'report-adverse-event',
      'record-safety-submission',
      'end-safety-report',
    ];
  }
  if (one.status === 'resolved') return ['close', 'reopen', 'record-contact'];
  if (!isWorking(one)) return ['reopen'];
  const step = one.stage === 'resolve' ? 'resolve' : 'complete-stages';
  const waiting = one.clocks.some(({ state }) => state === 'paused') ? 'resume' : 'pause';
  return [step, 'record-contact', 'transfer', waiting, 'assign'];
}

/** What customers are asked; it can be recorded however the case stands, but where it was merged into another. */
export const contactsBeside = (one: CaseFacts): ContactKind[] =>
  one.status === 'merged'
    ? []
    : (['callback', 'survey'] as const).filter((kind) => !contactsOf(one).includes(kind));

/** What a customer is asked about a case that is resolved, what is its turn in front. */
export function contactsOf({ status, stage }: CaseFacts): ContactKind[] {
  if (status !== 'resolved') return [];
  return stage === 'survey' ? ['survey', 'callback'] : ['callback', 'survey'];
}
