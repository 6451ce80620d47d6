import { evolveAttachments } from './attachments/evolve-attachments.js';
import type { CaseEvent } from './case-event.js';
import { asAgreed, withEvidence } from './evidence/evolve-evidence.js';
import { evolveDepartments } from './departments/evolve-departments.js';
import { evolveSplit } from './splitting/split-cases.js';
import { evolveMajor } from './major/major-cases.js';
import { evolveIncidents } from './incidents/evolve-incidents.js';
import {
  withDuplicates,
  withMerged,
  withoutHeldAlert,
  withoutMerged,
  withRestored,
} from './merging/evolve-merges.js';
import { evolveApprovals } from './approvals/evolve-approvals.js';
import { withOverride } from './overrides/evolve-overrides.js';
import { evolveRepeats } from './repeats/evolve-repeats.js';
import { evolveOrders } from './orders/evolve-orders.js';
import { evolveQueues } from './queues/evolve-queues.js';
import { evolveSafety } from './safety/evolve-safety.js';
import { evolveParties } from './parties/case-parties.js';
import { evolveClocks, workingStatus } from './evolve-clocks.js';
import { reopenedTriage } from './triage/complaint-tier.js';
import {
  withCalled,
  withClimbed,
  withHeld,
  withoutAlert,
  withoutClock,
  withRaised,
} from './ladder/evolve-ladder.js';
import { workStages } from './case-state.js';
import type { CaseState, OpenedCase, WorkStage } from './case-state.js';
import { fromClockFacts } from './clock-facts.js';
import { evolveMessages } from './messages/evolve-messages.js';
import { withKeptWarning, withSnooze, withoutSnooze } from './reminders/evolve-reminders.js';
import { evolveResolution, resolutionAnew } from './resolution/evolve-resolution.js';

/** The state after an event. Total: events are facts and are never refused. */
export function evolve(state: CaseState, event: CaseEvent, imported = false): CaseState {
  if (event.name === 'opened') return opened(event.data, imported);
  if (state.stage === 'none') return state;
  return changed(state, event);
}

type OpenedData = Extract<CaseEvent, { name: 'opened' }>['data'];

function opened(data: OpenedData, imported: boolean): CaseState {
  return {
    stage: 'control',
    status: 'open',
    id: data.caseId,
    number: data.number,
    customerId: data.customerId,
    ...(data.owner && { owner: data.owner }),
    priority: data.priority,
    threats: data.threats,
    dimensions: data.dimensions,
    policyRule: data.policyRule,
    policyVersion: data.policyVersion,
    receivedAt: Date.parse(data.receivedAt),
    ...(data.externalId && { externalId: data.externalId }),
    clocks: data.clocks.map(fromClockFacts),
    alerts: [],
    imported,
  };
}

function changed(state: OpenedCase, event: Exclude<CaseEvent, { name: 'opened' }>): CaseState {
  switch (event.name) {
    case 'assigned': {
      const { owner, unit } = event.data;
      const dimensions = unit ? { ...state.dimensions, unit } : state.dimensions;
      return { ...state, owner, dimensions };
    }
    case 'stageCompleted':
      return atStage(asAgreed(state, event.data), event.data.next);
    case 'evidenceAdded':
      return { ...state, evidence: withEvidence(state.evidence, event.data) };
    case 'contactRecorded': {
      if (event.data.partyId !== undefined) return state;
      const isOutbound = event.data.direction === 'outbound' || state.contacted === 'outbound';
      return { ...state, contacted: isOutbound ? 'outbound' : 'inbound' };
    }
    case 'reopened': {
      // What was kept was about the first round.
      const { evidence: _, triage, resolution, ...anew } = state;
      const judged = reopenedTriage(triage);
      const kept = resolution && resolutionAnew(resolution);
      const again = { ...(judged && { triage: judged }), ...(kept && { resolution: kept }) };
      return atStage(withFreshTriggers({ ...anew, ...again } as OpenedCase), 'listen');
    }
    case 'closed':
      return { ...withoutSnooze(withoutClock(state)), stage: 'closed', status: 'closed' };
    case 'withdrawn':
      return { ...withoutSnooze(withoutClock(state)), stage: 'closed', status: 'withdrawn' };
    case 'merged':
      return withMerged(state, event.data);
    case 'clockRestored':
      return withRestored(state, event.data);
    case 'unmerged':
      return atStage(withoutMerged(state), event.data.restoredStage);
    case 'duplicateJoined':
    case 'duplicateLeft':
      return withDuplicates(state, event);
    case 'taskForceNamed':
    case 'stakeholderMapped':
      return evolveMajor(state, event);
    case 'approvalAsked':
    case 'approvalOverdue':
    case 'approvalDecided':
      return evolveApprovals(state, event);
    case 'stageOverridden':
      return withOverride(state, event.data);
    case 'splitOff':
    case 'partSplit':
      return evolveSplit(state, event);
    case 'repeatLinked':
    case 'repeatRuledOut':
    case 'repeatsCounted':
    case 'joinRequested':
    case 'joinDecided':
      return evolveRepeats(state, event);
    case 'incidentJoined':
    case 'incidentLeft':
    case 'incidentGrown':
    case 'incidentShrunk':
      return evolveIncidents(state, event);
    case 'fileAttached':
    case 'fileRemoved':
      return evolveAttachments(state, event);
    case 'priorityChanged': {
      const { after } = event.data;
      return underRule({ ...state, priority: after }, event.data);
    }
    case 'severityChanged': {
      const { after, priority } = event.data;
      const dimensions = { ...state.dimensions, severity: after };
      return underRule({ ...state, priority, dimensions }, event.data);
    }
    case 'tierChanged': {
      const dimensions = { ...state.dimensions, tier: event.data.after };
      return underRule({ ...state, dimensions }, event.data);
    }
    case 'codesAmended': {
      const { product: _, ...dimensions } = state.dimensions;
      const { after } = event.data;
      return underRule({ ...state, dimensions: { ...dimensions, ...after } }, event.data);
    }
    case 'policyChanged':
      return underRule(state, event.data);
    case 'accusedNamed': {
      const { accused, conflicted } = event.data;
      const { conflict: _, ...without } = state;
      return accused.length > 0
        ? { ...state, conflict: { accused, conflicted } }
        : (without as OpenedCase);
    }
    case 'threatsFlagged':
      return { ...state, threats: [...state.threats, ...event.data.threats] };
    case 'remindersSnoozed':
      return withSnooze(state, event.data);
    case 'remindersResumed':
      return withoutSnooze(state, event.data.at);
    case 'warningReached':
      return withKeptWarning(evolveClocks(state, event), event.data);
    case 'alertHeld':
      return withHeld(state, event.data);
    case 'alertClimbed':
      return withCalled(withClimbed(state, event.data), event.data);
    case 'alertRaised': {
      const { alertId: id, trigger } = event.data;
      const alert = { id, acknowledged: false, ...(trigger !== undefined && { trigger }) };
      const raised = withCalled(withRaised(state, event.data), event.data);
      return { ...raised, alerts: [...state.alerts, alert] };
    }
    case 'alertAcknowledged':
      return {
        ...withoutHeldAlert(withoutAlert(state, event.data.alertId), event.data.alertId),
        alerts: state.alerts.map((alert) =>
          alert.id === event.data.alertId ? { ...alert, acknowledged: true } : alert,
        ),
      };
    case 'historyRecorded': {
      const { status } = event.data;
      return status === undefined ? state : { ...state, sourceStatus: status };
    }
    case 'wentLive':
      return { ...state, imported: false };
    case 'transferred':
    case 'transferAccepted':
    case 'transferRefused':
    case 'transferWithdrawn':
    case 'handedBack':
      return evolveDepartments(state, event);
    case 'orderGiven':
    case 'orderOverdue':
    case 'orderAnswered':
    case 'orderDeclined':
    case 'orderDropped':
    case 'problemMarked':
      return evolveOrders(state, event);
    case 'queueChanged':
    case 'handlingRecorded':
      return evolveQueues(state, event);
    case 'leftForSafety': {
      const left = underRule(withoutSnooze(evolveSafety(state, event)), event.data);
      return atStage(left, event.data.stage);
    }
    case 'partyNamed':
    case 'partyDropped':
      return evolveParties(state, event);
    case 'safetyTaken':
    case 'safetyReported':
    case 'safetySubmitted':
    case 'safetyEnded':
      return evolveSafety(state, event);
    case 'triaged': {
      const { emotionLevel, customerType, complaintTier, suggestedTier, heldTier } = event.data;
      const judged = {
        ...(emotionLevel !== undefined && { emotionLevel }),
        ...(customerType && { customerType }),
        ...(heldTier && { heldTier }),
        ...(!suggestedTier && { isSuggested: true as const }),
      };
      return { ...state, triage: { ...judged, complaintTier } };
    }
    case 'wordingFlagged':
    case 'complaintChanged':
    case 'resolved':
    case 'feedbackNoted':
      return state;
    case 'messageHeld':
    case 'messageUndone':
    case 'messageSent': {
      const { held: before, ...rest } = state;
      const held = evolveMessages(before, event);
      return { ...rest, ...(held && { held }) };
    }
    case 'noteAdded':
    case 'apologyRecorded':
    case 'remedyOffered':
    case 'remedyDecided':
    case 'remedyAnswered':
    case 'causeFound':
    case 'actionPlanned':
    case 'actionOverdue':
    case 'actionDone':
    case 'actionMoved':
    case 'actionDropped':
    case 'accountabilityRecorded': {
      const resolution = evolveResolution(state.resolution, event);
      return resolution ? { ...state, resolution } : state;
    }
    default:
      return evolveClocks(state, event);
  }
}

/** What nobody took on before the case ended is past: what happens now is told anew. */
function withFreshTriggers(state: OpenedCase): OpenedCase {
  if (!state.alerts.some(({ trigger }) => trigger !== undefined)) return state;
  return { ...state, alerts: state.alerts.map(({ id, acknowledged }) => ({ id, acknowledged })) };
}

/** The clocks that ran under the rule before keep its name; those that go on are recalculated after this. */
function underRule(
  state: OpenedCase,
  { policyRule, policyVersion }: { policyRule: string; policyVersion: number },
): OpenedCase {
  if (policyRule === state.policyRule && policyVersion === state.policyVersion) return state;
  const before = { rule: state.policyRule, policyVersion: state.policyVersion };
  const clocks = state.clocks.map((clock) => (clock.rule ? clock : { ...clock, ...before }));
  return { ...state, policyRule, policyVersion, clocks };
}

/** The same facts under another stage; the status follows from the stage and what is paused. */
function atStage(state: OpenedCase, stage: string): OpenedCase {
  const { stage: _stage, status: _status, ...facts } = state;
  if ((workStages as readonly string[]).includes(stage)) {
    return { ...facts, stage: stage as WorkStage, status: workingStatus(facts.clocks) };
  }
  if (stage === 'callback' || stage === 'survey') return { ...facts, stage, status: 'resolved' };
  return { ...facts, stage: 'closed', status: 'closed' };
}
