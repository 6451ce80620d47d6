import type { CaseEvent } from '../../../escalation/src/domain/case-event.js';

/** One event of a case's stream, decoded. */
export interface CaseStreamEvent {
  id: string;
  stream: string;
  sequence: number;
  hash: string;
  headers: Record<string, string>;
  recordedAt: number;
  event: CaseEvent;
}
