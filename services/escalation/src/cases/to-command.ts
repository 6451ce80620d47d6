import {
  amendReason,
  assignReason,
  closeReason,
  extensionReason,
  overrideReason,
  readReason,
  refusalReason,
  reopenReason,
} from '#contracts';
import type { CaseCommandName, Role } from '#contracts';
import type { Principal } from '#platform';
import type { CaseCommand } from '../domain/case-command.js';
import type { CommandInput, Seal } from './command-input.js';
import type { CaseState } from '../domain/case-state.js';
import { toApprovalCommand } from '../approvals/to-approval-command.js';
import { toAttachmentCommand } from '../attachments/to-attachment-command.js';
import { toMajorCommand } from '../major/to-major-command.js';
import { toLinkCommand } from '../merging/to-link-command.js';
import { toMessageCommand } from '../messages/to-message-command.js';
import { toRepeatCommand } from '../repeats/to-repeat-command.js';
import { toDepartmentCommand } from '../departments/to-department-command.js';
import { toReminderCommand } from '../reminders/to-reminder-command.js';
import { toOrderCommand } from '../orders/to-order-command.js';
import { toQueueCommand } from '../queues/to-queue-command.js';
import { toSafetyCommand } from '../safety/to-safety-command.js';
import { toPartyCommand } from '../parties/to-party-command.js';
import { sealEvidence, sealStages } from '../evidence/read-evidence.js';
import { toResolutionCommand } from '../resolution/to-resolution-command.js';

/** The domain's command: free text sealed, codes and flags in the clear. `other` is a second case that it concerns. */
export async function toCommand(
  name: CaseCommandName,
  input: Record<string, unknown>,
  principal: Principal,
  seal: Seal,
  other?: CaseState,
): Promise<CaseCommand> {
  const by = principal.agentId ?? principal.username;
  const noted = async (note?: string) => (note ? seal({ note }) : {});
  const bodies = { name, input } as unknown as CommandInput;
  switch (bodies.name) {
    case 'assign': {
      const { owner, reason, note } = bodies.input;
      const read = reason === undefined ? undefined : readReason(assignReason, reason, note);
      const sealed = await noted(read ? read.words : note);
      return { type: 'assign', owner, ...(read && { reason: read.code }), ...sealed, by };
    }
    case 'complete-stage': {
      const { stage, evidence, at } = bodies.input;
      const sealed = await sealEvidence(stage, evidence, seal);
      return { type: 'complete-stage', stage, ...sealed, ...told(at), by };
    }
    case 'complete-stages': {
      const { evidence, at } = bodies.input;
      const stages = await sealStages(evidence, seal);
      return { type: 'complete-stages', stages, ...told(at), by };
    }
    case 'add-evidence': {
      const { stage, evidence } = bodies.input;
      return { type: 'add-evidence', stage, ...(await sealEvidence(stage, evidence, seal)), by };
    }
    case 'triage': {
      const { expectedVersion: _, note, ...judged } = bodies.input;
      const leads = principal.roles.some((role) => leading.includes(role));
      return { type: 'triage', ...judged, ...(await noted(note)), leads, by };
    }
    case 'record-contact': {
      const { channel, direction, partyId, note, at } = bodies.input;
      const with_ = partyId !== undefined && { partyId };
      const sealed = await noted(note);
      return { type: 'record-contact', channel, direction, ...with_, ...sealed, ...told(at), by };
    }
    case 'resolve': {
      const { expectedVersion: _, ...evidence } = bodies.input;
      return { type: 'resolve', ...(await sealEvidence('resolve', evidence, seal)), by };
    }
    case 'close': {
      const { code, words } = readReason(closeReason, bodies.input.reason, bodies.input.note);
      return { type: 'close', reason: code, ...(await noted(words)), by };
    }
    case 'reopen': {
      const { code, words } = readReason(reopenReason, bodies.input.reason, bodies.input.note);
      return { type: 'reopen', reason: code, ...(await noted(words)), by };
    }
    case 'pause': {
      const { reason, note, clocks } = bodies.input;
      return { type: 'pause', reason, ...(await noted(note)), ...(clocks && { clocks }), by };
    }
    case 'resume': {
      const { clocks } = bodies.input;
      return { type: 'resume', ...(clocks && { clocks }), by };
    }
    case 'change-priority': {
      const { priority, note } = bodies.input;
      return { type: 'change-priority', priority, ...(await noted(note)), by };
    }
    case 'change-severity': {
      const { severity, note } = bodies.input;
      return { type: 'change-severity', severity, ...(await noted(note)), by };
    }
    case 'change-tier': {
      const { tier, note } = bodies.input;
      return { type: 'change-tier', tier, ...(await noted(note)), by };
    }
    case 'amend-codes': {
      const { category, product, reason, note } = bodies.input;
      const { code, words } = readReason(amendReason, reason, note);
      const codes = { ...(category && { category }), ...(product && { product }) };
      return { type: 'amend-codes', ...codes, reason: code, ...(await noted(words)), by };
    }
    case 'request-extension': {
      const { clockId, kind, reason, note } = bodies.input;
      const { code, words } = readReason(extensionReason, reason, note);
      // One of the two is there: the schema says so.
      const clock = clockId ?? kind!;
      return { type: 'request-extension', clock, reason: code, ...(await noted(words)), by };
    }
    case 'approve-extension': {
      const { clockId, kind, notice } = bodies.input;
      const sealed = notice && {
        notice: { channel: notice.channel, text: (await seal({ notice: notice.text })).notice! },
      };
      return { type: 'approve-extension', ...named(clockId ?? kind), ...sealed, by };
    }
    case 'withdraw': {
      const { channel, note } = bodies.input;
      return { type: 'withdraw', channel, ...(await noted(note)), by };
    }
    case 'name-task-force':
    case 'map-stakeholder':
      return toMajorCommand(bodies, principal, seal);
    case 'approve-command':
    case 'refuse-command':
      return toApprovalCommand(bodies, principal, seal);
    case 'override-stage': {
      const { stage, reason, note } = bodies.input;
      const { code, words } = readReason(overrideReason, reason, note);
      return { type: 'override-stage', stage, reason: code, ...(await noted(words)), by };
    }
    case 'merge':
    case 'unmerge':
    case 'join-incident':
    case 'leave-incident':
      return toLinkCommand(bodies, principal, seal, other);
    case 'name-accused': {
      const { agents, note } = bodies.input;
      // Who answers for them is looked up in the transaction.
      return {
        type: 'name-accused',
        accused: agents,
        conflicted: agents,
        ...(await noted(note)),
        by,
      };
    }
    case 'flag-threats': {
      const { threats, note } = bodies.input;
      return { type: 'flag-threats', threats, source: 'agent', ...(await noted(note)), by };
    }
    case 'snooze-reminders':
    case 'resume-reminders':
      return toReminderCommand(bodies, principal, seal);
    case 'link-repeat':
    case 'rule-out-repeat':
    case 'let-join':
    case 'refuse-join':
      return toRepeatCommand(bodies, principal, seal, other);
    case 'remove-attachment':
      return toAttachmentCommand(bodies, principal, seal);
    case 'transfer':
    case 'accept-transfer':
    case 'refuse-transfer':
    case 'withdraw-transfer':
    case 'hand-back':
      return toDepartmentCommand(bodies, principal, seal);
    case 'send-message':
    case 'undo-message':
      return toMessageCommand(bodies, principal, seal);
    case 'co-handle':
    case 'supervise':
    case 'answer-order':
    case 'decline-order':
    case 'drop-order':
    case 'mark-problem':
      return toOrderCommand(bodies, principal, seal);
    case 'move-to-queue':
    case 'record-handling':
      return toQueueCommand(bodies, principal, seal);
    case 'leave-for-safety':
    case 'take-safety-report':
    case 'report-adverse-event':
    case 'record-safety-submission':
    case 'end-safety-report':
      return toSafetyCommand(bodies, principal, seal);
    case 'name-party':
    case 'drop-party':
      return toPartyCommand(bodies, principal, seal);
    case 'add-note':
    case 'record-apology':
    case 'offer-remedy':
    case 'approve-remedy':
    case 'refuse-remedy':
    case 'answer-remedy':
    case 'record-cause':
    case 'plan-action':
    case 'complete-action':
    case 'move-action':
    case 'drop-action':
    case 'record-accountability':
      return toResolutionCommand(bodies, principal, seal);
    case 'refuse-extension': {
      const { clockId, kind, reason, note } = bodies.input;
      const { code, words } = readReason(refusalReason, reason, note);
      const sealed = await noted(words);
      return { type: 'refuse-extension', ...named(clockId ?? kind), reason: code, ...sealed, by };
    }
  }
}

const leading: readonly Role[] = ['supervisor', 'manager', 'admin'];
const told = (at?: string) => (at === undefined ? {} : { at: Date.parse(at) });
const named = (clock?: string) => (clock === undefined ? {} : { clock });
