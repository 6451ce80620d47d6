import type { CaseEvent } from '../case-event.js';
import type { PreventiveAction, Remedy, Resolution } from './resolution-state.js';

type ResolutionEvent = Extract<
  CaseEvent,
  {
    name:
      | 'noteAdded'
      | 'apologyRecorded'
      | 'remedyOffered'
      | 'remedyDecided'
      | 'remedyAnswered'
      | 'causeFound'
      | 'actionPlanned'
      | 'actionOverdue'
      | 'actionDone'
      | 'actionMoved'
      | 'actionDropped'
      | 'accountabilityRecorded';
  }
>;

/** What is known towards a settlement after an event; undefined where the event adds nothing to it. */
export function evolveResolution(
  known: Resolution | undefined,
  event: ResolutionEvent,
): Resolution | undefined {
  switch (event.name) {
    case 'noteAdded':
    case 'accountabilityRecorded':
      return known;
    case 'apologyRecorded':
      return { ...known, apologyChannel: event.data.channel };
    case 'remedyOffered': {
      const { remedyId, cost, by, needsApproval } = event.data;
      const status = needsApproval ? 'proposed' : 'granted';
      return {
        ...known,
        remedies: [...(known?.remedies ?? []), { id: remedyId, cost, by, status }],
      };
    }
    case 'remedyDecided': {
      const status = event.data.approved ? 'granted' : 'refused';
      const decided = (one: Remedy): Remedy =>
        one.id === event.data.remedyId ? { ...one, status } : one;
      return { ...known, remedies: known?.remedies?.map(decided) };
    }
    case 'remedyAnswered': {
      const { remedyId, answer } = event.data;
      const answered = (one: Remedy): Remedy => (one.id === remedyId ? { ...one, answer } : one);
      return { ...known, remedies: known?.remedies?.map(answered) };
    }
    case 'causeFound':
      return { ...known, cause: event.data.cause };
    case 'actionPlanned': {
      const { actionId, owner, concerns, dueAt } = event.data;
      const whom = { owner, ...(concerns !== undefined && { concerns }) };
      const action = { id: actionId, ...whom, dueAt: Date.parse(dueAt), status: 'open' as const };
      return { ...known, actions: [...(known?.actions ?? []), action] };
    }
    case 'actionOverdue':
      return withAction(known, event.data.actionId, { status: 'overdue' });
    case 'actionDone':
      return withAction(known, event.data.actionId, { status: 'done' });
    case 'actionMoved': {
      const { actionId, owner, dueAt, dueBefore } = event.data;
      // Another instant is another promise: what was late for the first is open again.
      const anew = dueAt !== dueBefore && { dueAt: Date.parse(dueAt), status: 'open' as const };
      return withAction(known, actionId, { owner, ...anew });
    }
    case 'actionDropped':
      return withAction(known, event.data.actionId, { status: 'dropped' });
  }
}

/** A case that is opened again is settled anew; proposals and preventive actions go on, and what was granted is answered. */
export function resolutionAnew({ remedies, actions }: Resolution): Resolution | undefined {
  const open = remedies?.flatMap((one): Remedy[] => {
    if (one.status === 'refused') return [];
    return [one.status === 'granted' ? { ...one, earlier: true } : one];
  });
  const kept: Resolution = {
    ...(open && open.length > 0 && { remedies: open }),
    ...(actions && { actions: actions.map((one) => ({ ...one, earlier: true as const })) }),
  };
  return Object.keys(kept).length > 0 ? kept : undefined;
}

function withAction(
  known: Resolution | undefined,
  id: string,
  changes: Partial<PreventiveAction>,
): Resolution {
  return {
    ...known,
    actions: known?.actions?.map((one) => (one.id === id ? { ...one, ...changes } : one)),
  };
}
