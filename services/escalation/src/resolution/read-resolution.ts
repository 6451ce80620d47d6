import type { ResolutionView, TimelineEntry } from '#contracts';
import { caseEventOf } from '../domain/case-event.js';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** How a case is settled, from its timeline: who said, offered, found and planned what. */
export function toResolutionView(timeline: readonly TimelineEntry[]): ResolutionView {
  const view: Mutable<ResolutionView> = {
    notes: [],
    messages: [],
    apologies: [],
    remedies: [],
    causes: [],
    actions: [],
    accountability: [],
  };
  for (const { type, data, texts } of timeline) {
    const event = caseEventOf(type, data);
    if (event) record(view, event, texts);
  }
  return view;
}

function record(
  view: ResolutionView,
  event: NonNullable<ReturnType<typeof caseEventOf>>,
  texts: TimelineEntry['texts'],
): void {
  const text = texts['text'] ?? null;
  switch (event.name) {
    case 'noteAdded': {
      const { noteId: id, at, by } = event.data;
      view.notes.push({ id, at, by, text });
      break;
    }
    case 'messageHeld': {
      const { messageId: id, kind, channel, sendAt, partyId, template, at, by } = event.data;
      const from = template && { template };
      const address = event.data.to && { to: texts['to'] ?? null };
      const whom = partyId !== undefined && { partyId };
      const known = { id, kind, channel, sendAt, ...whom, ...address, ...from, at, by, text };
      view.messages.push({ ...known, status: 'held' });
      break;
    }
    case 'messageUndone':
    case 'messageSent': {
      const message = view.messages.find(({ id }) => id === event.data.messageId);
      if (message) message.status = event.name === 'messageSent' ? 'sent' : 'undone';
      break;
    }
    case 'apologyRecorded': {
      const { channel, at, by } = event.data;
      view.apologies.push({ channel, at, by, text });
      break;
    }
    case 'remedyOffered': {
      const { remedyId: id, kind, cost, needsApproval, at, by } = event.data;
      const status = needsApproval ? 'proposed' : 'offered';
      const undecided = { decidedBy: null, answer: null };
      view.remedies.push({ id, kind, cost, status, ...undecided, at, by, text });
      break;
    }
    case 'remedyDecided': {
      const { remedyId, approved, by } = event.data;
      const remedy = view.remedies.find(({ id }) => id === remedyId);
      if (!remedy) break;
      remedy.status = approved ? 'approved' : 'refused';
      remedy.decidedBy = by;
      break;
    }
    case 'remedyAnswered': {
      const { remedyId, answer: given, channel, at, by } = event.data;
      const remedy = view.remedies.find(({ id }) => id === remedyId);
      if (remedy) remedy.answer = { given, channel, at, by, wish: texts['wish'] ?? null };
      break;
    }
    case 'causeFound': {
      const { cause, at, by } = event.data;
      view.causes.push({ cause, at, by, text });
      break;
    }
    case 'actionPlanned': {
      const { actionId: id, owner, concerns = null, dueAt, at, by } = event.data;
      const whom = { owner, concerns };
      view.actions.push({ id, ...whom, dueAt, status: 'open', doneAt: null, at, by, text });
      break;
    }
    case 'actionOverdue': {
      const action = view.actions.find(({ id }) => id === event.data.actionId);
      if (action) action.status = 'overdue';
      break;
    }
    case 'actionDone': {
      const { actionId, isLate, at } = event.data;
      const action = view.actions.find(({ id }) => id === actionId);
      if (!action) break;
      action.status = isLate ? 'done-late' : 'done';
      action.doneAt = at;
      break;
    }
    case 'actionMoved': {
      const { actionId, owner, dueAt, dueBefore } = event.data;
      const action = view.actions.find(({ id }) => id === actionId);
      if (!action) break;
      Object.assign(action, { owner, dueAt });
      if (dueAt !== dueBefore) action.status = 'open';
      break;
    }
    case 'actionDropped': {
      const action = view.actions.find(({ id }) => id === event.data.actionId);
      if (action) action.status = 'dropped';
      break;
    }
    case 'accountabilityRecorded': {
      const { accountable, finding, sanction, decider, at, by } = event.data;
      view.accountability.push({ accountable, finding, sanction, decider, at, by, text });
      break;
    }
    default:
      break;
  }
}
