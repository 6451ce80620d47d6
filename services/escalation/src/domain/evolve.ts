import { cancelClock } from '#sla';
import type { SlaClock } from '#sla';
import type { CaseEvent } from './case-event.js';
import { workStages } from './case-state.js';
import type { CaseState, OpenedCase, WorkStage } from './case-state.js';
import { fromClockFacts } from './clock-facts.js';

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
      return atStage(state, event.data.next);
    case 'reopened':
      return atStage(state, 'listen');
    case 'closed':
      return { ...state, stage: 'closed', status: 'closed' };
    case 'withdrawn':
      return { ...state, stage: 'closed', status: 'withdrawn' };
    case 'clockStarted':
      return { ...state, clocks: [...state.clocks, fromClockFacts(event.data.clock)] };
    case 'warningReached':
      return withClock(state, event.data.clockId, (clock) => ({
        ...clock,
        warned: [...clock.warned, event.data.threshold],
      }));
    case 'clockBreached':
      return withClock(state, event.data.clockId, (clock) => ({ ...clock, state: 'breached' }));
    case 'clockMet':
      return withClock(state, event.data.clockId, (clock) => ({
        ...clock,
        state: 'met',
        stoppedAt: Date.parse(event.data.at),
      }));
    case 'clockStoppedLate':
      return withClock(state, event.data.clockId, (clock) => ({
        ...clock,
        stoppedAt: Date.parse(event.data.at),
      }));
    case 'clockCancelled':
      return withClock(state, event.data.clockId, (clock) =>
        cancelClock(clock, Date.parse(event.data.at)),
      );
    case 'alertRaised':
      return {
        ...state,
        alerts: [...state.alerts, { id: event.data.alertId, acknowledged: false }],
      };
    case 'alertAcknowledged':
      return {
        ...state,
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
    case 'contactRecorded':
    case 'resolved':
    case 'feedbackNoted':
    case 'clockJudged':
      return state;
  }
}

/** The same facts under another stage; the status follows from the stage. */
function atStage(state: OpenedCase, stage: string): OpenedCase {
  const { stage: _stage, status: _status, ...facts } = state;
  if ((workStages as readonly string[]).includes(stage)) {
    return { ...facts, stage: stage as WorkStage, status: 'open' };
  }
  if (stage === 'callback' || stage === 'survey') return { ...facts, stage, status: 'resolved' };
  return { ...facts, stage: 'closed', status: 'closed' };
}

function withClock(
  state: OpenedCase,
  clockId: string,
  change: (clock: SlaClock) => SlaClock,
): OpenedCase {
  const clocks = state.clocks.map((clock) => (clock.clockId === clockId ? change(clock) : clock));
  return { ...state, clocks };
}
