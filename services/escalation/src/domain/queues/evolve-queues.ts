import type { CaseEvent } from '../case-event.js';
import type { OpenedCase } from '../case-state.js';

type QueueEvent = Extract<CaseEvent, { name: 'queueChanged' | 'handlingRecorded' }>;

export function evolveQueues(state: OpenedCase, { name, data }: QueueEvent): OpenedCase {
  if (name === 'queueChanged') return { ...state, queue: data.queue };
  const cost = data.totalCost ?? state.handling?.cost;
  const handling = { seconds: data.totalSeconds, ...(cost !== undefined && { cost }) };
  return { ...state, handling };
}
