import type { CaseStreamEvent } from './case-stream-event.js';

/**
 * What became of the messages that a case got with the other customers of a mass incident, as in `<answer> <message> sent`,
 * sorted: its rows must say the same.
 */
export function answersIn(events: readonly CaseStreamEvent[]): string[] {
  const states = new Map<string, { answer: string; state: string }>();
  for (const { event } of events) {
    if (event.name === 'messageHeld' && event.data.incident) {
      const { messageId, incident } = event.data;
      states.set(messageId, { answer: incident.answer, state: 'held' });
    } else if (event.name === 'messageUndone' || event.name === 'messageSent') {
      const known = states.get(event.data.messageId);
      if (known) known.state = event.name === 'messageSent' ? 'sent' : 'undone';
    }
  }
  return [...states].map(([id, { answer, state }]) => `${answer} ${id} ${state}`).sort();
}
