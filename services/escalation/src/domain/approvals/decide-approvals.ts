import type { ApprovalRole, Role } from '#contracts';
import { fourEyesFor } from '#sla';
import type { FourEyesRule } from '#sla';
import { CaseRefusal } from '../case-command.js';
import { caseEvent } from '../case-event.js';
import type { CaseEvent } from '../case-event.js';
import type { OpenedCase } from '../case-state.js';
import { iso } from '../clock-events.js';
import type { DecisionContext } from '../decision-context.js';
import { grantedCost } from '../resolution/resolution-state.js';
import type { AskApproval, DecideApproval } from './approval-command.js';
import type { Approval } from './approval-state.js';

const system = 'system';
const minuteMs = 60_000;
const ranks: readonly ApprovalRole[] = ['supervisor', 'manager', 'admin'];

/** The rule of the case's policy that wants a second person for a command; undefined where one is enough. */
export function fourEyesOf(
  command: string,
  state: OpenedCase,
  { policies }: Pick<DecisionContext, 'policies'>,
): FourEyesRule | undefined {
  const { policyVersion, priority, dimensions, triage, resolution } = state;
  return fourEyesFor(policies.version(policyVersion).fourEyes, command, {
    severity: priority,
    tier: dimensions.tier,
    complaintTier: triage?.complaintTier ?? 'basic',
    cost: grantedCost(resolution ?? {}),
  });
}

/** Told as asked for; the caller has tried what is proposed. */
export function askApproval(
  { command, decides, withinMinutes, input, by }: AskApproval<unknown>,
  state: OpenedCase,
  now: number,
  { newId }: DecisionContext,
): CaseEvent[] {
  const waiting = state.approvals?.find((one) => one.command === command);
  if (waiting) {
    const detail = `${waiting.by} asked for ${command} at ${iso(waiting.at)}: that waits for a decision`;
    throw new CaseRefusal('illegal-transition', detail);
  }
  const about = { approvalId: newId(), command, decides, input, dimensions: state.dimensions };
  const due = withinMinutes !== undefined && { dueAt: iso(now + withinMinutes * minuteMs) };
  return [caseEvent('approvalAsked', { caseId: state.id, at: iso(now), ...about, ...due, by })];
}

/** Everything that nobody decided on by its instant, each with an alert to those who decide. */
export function overdueApprovals(
  state: OpenedCase,
  now: number,
  { newId }: DecisionContext,
): CaseEvent[] {
  const { approvals = [], id: caseId, number, priority, owner, dimensions, imported } = state;
  return approvals.flatMap((approval): CaseEvent[] => {
    const { dueAt, isOverdue, decides } = approval;
    if (dueAt === undefined || isOverdue || dueAt >= now) return [];
    const at = iso(dueAt);
    const overdue = caseEvent('approvalOverdue', aboutApproval(state, approval, at));
    if (imported) return [overdue];
    const alert = caseEvent('alertRaised', {
      ...{ alertId: newId(), caseId, number, at, cause: 'breach', level: 1, audience: decides },
      ...{ severity: priority, dueAt: at },
      ...(owner && { owner }),
      dimensions,
    });
    return [overdue, alert];
  });
}

/** Nobody agrees to what they asked for themselves; they may take it back. */
export function decideApproval(
  { approvalId, outcome, note, by, roles }: DecideApproval,
  state: OpenedCase,
  now: number,
): CaseEvent[] {
  const approval = state.approvals?.find(({ id }) => id === approvalId);
  if (!approval) throw new CaseRefusal('not-found', 'the case has nothing of this id that waits');
  const isTakenBack = outcome === 'refused' && approval.by === by;
  if (approval.by === by && !isTakenBack) {
    throw new CaseRefusal('forbidden', 'somebody else decides on what you asked for');
  }
  if (!isTakenBack && !mayDecide(roles, approval.decides)) {
    throw new CaseRefusal('forbidden', `a ${approval.decides} decides on it`);
  }
  const said = { outcome, ...(note && { note }), by };
  return [caseEvent('approvalDecided', { ...aboutApproval(state, approval, iso(now)), ...said })];
}

/** The end of a case, however it came, leaves nothing to agree to. */
export function approvalsAfter(events: readonly CaseEvent[], state: OpenedCase): CaseEvent[] {
  const { approvals = [] } = state;
  if (approvals.length === 0) return [];
  const end = events.find(({ name }) => ['closed', 'withdrawn', 'merged'].includes(name));
  if (!end) return [];
  return approvals.map((approval) =>
    caseEvent('approvalDecided', {
      ...aboutApproval(state, approval, end.data.at),
      ...{ outcome: 'lapsed', by: system },
    }),
  );
}

const aboutApproval = (
  { id: caseId, dimensions }: OpenedCase,
  { id: approvalId, command }: Approval,
  at: string,
) => ({ caseId, at, approvalId, command, dimensions });

function mayDecide(roles: readonly Role[], least: ApprovalRole): boolean {
  const from = ranks.indexOf(least);
  return roles.some((role) => ranks.indexOf(role as ApprovalRole) >= from);
}
