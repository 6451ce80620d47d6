import type { StreamEvent } from '../../../api/follow-stream.js';
import { causeWord } from '../../../shared/alerts/alert-facts.js';
import type { CauseWord } from '../../../shared/alerts/alert-facts.js';
import type { AlertView } from '../board-types.js';

type Told = AlertView['told'][number];

/** Of the newest shape; what an older replica tells is shown once the list is read. */
const raised = 'clearline.alert.raised.v4';
/** What such an event holds for certain (reference of the events), beside what it may hold. */
const certain = ['alertId', 'caseId', 'number', 'at', 'cause', 'audience', 'severity'] as const;
type Raised = Pick<AlertView, 'caseId' | 'number' | 'cause' | 'level' | 'audience'> & {
  alertId: string;
  at: string;
  severity: AlertView['priority'];
} & Partial<Pick<AlertView, 'people' | 'passedOver' | 'next'>> &
  Partial<Record<'unit' | 'desk' | 'dueAt', string>> & {
    kind?: AlertView['kind'];
    threshold?: number;
    ladder?: { id: string; step: string };
  };

/**
 * An alert as the stream tells it, for the moment until the list that says more of it has been read: why it is
 * told is its cause in a word of the language in use, and who is on duty for it is not known yet.
 */
export function heardAlert(
  { type, data }: StreamEvent,
  word: (cause: CauseWord) => string,
): AlertView | undefined {
  if (type !== raised || !isRaised(data)) return undefined;
  const { alertId: id, at: raisedAt, caseId, number, cause, level, audience } = data;
  const step: Told = {
    ...{ step: data.ladder?.step ?? null, level, audience, at: raisedAt },
    ...(data.unit !== undefined && { unit: data.unit }),
    ...(data.people && { people: data.people }),
  };
  const said = word(causeWord({ cause, kind: data.kind ?? null }));
  const why = { zh: said, en: said };
  return {
    ...{ id, caseId, number, cause, level, audience, raisedAt },
    ...{ unit: data.unit ?? null, desk: data.desk ?? null, people: data.people ?? [] },
    ...{ kind: data.kind ?? null, threshold: data.threshold ?? null, dueAt: data.dueAt ?? null },
    ...{ ladder: data.ladder?.id ?? null, step: data.ladder?.step ?? null },
    ...{ told: [step], passedOver: data.passedOver ?? [], next: data.next ?? null },
    ...{ called: null, why },
    ...{ priority: data.severity, caseStatus: 'open', stoppedAt: null, snoozed: null },
    ...{ acknowledgedAt: null, acknowledgedBy: null },
  };
}

const isRaised = (data: Record<string, unknown>): data is Raised =>
  typeof data['level'] === 'number' && certain.every((field) => typeof data[field] === 'string');
