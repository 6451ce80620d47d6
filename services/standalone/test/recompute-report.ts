import type { CaseFacts, ChurnChange, ClockFacts, RecordedFacts } from './recorded-facts.js';
import type { Dimensions } from './recorded-facts.js';

/** One case counted under one figure; `part` tells several clocks of one case apart. */
export interface Counted {
  figure: string;
  caseId: string;
  part?: string;
  at: number;
  dimensions: Dimensions;
}

export const figuresOf = {
  volume: ['received', 'closed', 'reopened', 'overridden'],
  backlog: ['open', 'resolved', 'overdue'],
  'sla-attainment': ['met', 'breached', 'openOverdue', 'openRunning', 'cancelled', 'withoutClock'],
  satisfaction: ['closed', 'closedAnswered', 'answered', 'satisfied'],
  churn: ['watch', 'warning', 'critical', 'cleared'],
  'churn-factors': [
    'threat-leave',
    'threat-regulator',
    'threat-media',
    'threat-legal',
    'repeat-complaint',
    'sla-breached',
    'reopened',
    'low-score',
    'callback-dissatisfied',
    'callback-refused',
    'callback-unreachable',
    'valued-customer',
  ],
} as const;
export type ReportName = keyof typeof figuresOf;

/** Which cases count under which figure, by the reports' definitions and nothing of the product. */
export function recomputeReport(
  report: ReportName,
  { cases, churn }: RecordedFacts,
  clockKind?: string,
): Counted[] {
  const counted: Counted[] = [];
  if (report === 'churn') {
    for (const change of churn) if (change.isRise) countRise(change, churn, counted);
    return counted;
  }
  if (report === 'churn-factors') {
    for (const { isRise, caseId, at, factors, dimensions } of churn) {
      if (!isRise || !caseId) continue;
      for (const figure of factors) counted.push({ figure, caseId, at, dimensions });
    }
    return counted;
  }
  for (const facts of cases.values()) {
    const count = (figure: string, holds: boolean, part?: string) => {
      const { id: caseId, receivedAt: at, dimensions } = facts;
      if (holds) counted.push({ figure, caseId, part, at, dimensions });
    };
    if (report === 'sla-attainment') countClocks(facts, count, clockKind);
    else countCase(report, facts, count);
  }
  return counted;
}

type Count = (figure: string, holds: boolean, part?: string) => void;

function countCase(
  report: 'volume' | 'backlog' | 'satisfaction',
  facts: CaseFacts,
  count: Count,
): void {
  const { status, answers, clocks, wasReopened, wasOverridden } = facts;
  if (report === 'volume') {
    count('received', true);
    count('closed', status === 'closed' || status === 'withdrawn');
    count('reopened', wasReopened);
    count('overridden', wasOverridden);
  }
  if (report === 'backlog') {
    const isLate = ({ isBreached, isStopped }: ClockFacts) => isBreached && !isStopped;
    count('open', status === 'open');
    count('resolved', status === 'resolved');
    count('overdue', status === 'open' && [...clocks.values()].some(isLate));
  }
  if (report === 'satisfaction') {
    count('closed', status === 'closed');
    count('closedAnswered', status === 'closed' && answers.length > 0);
    count('answered', answers.length > 0);
    count('satisfied', answers.includes(true));
  }
}

function countClocks(facts: CaseFacts, count: Count, kind?: string): void {
  const clocks = [...facts.clocks].filter(([, clock]) => !kind || clock.kind === kind);
  count('withoutClock', clocks.length === 0);
  for (const [clockId, clock] of clocks) {
    const isOver = clock.isStopped || facts.status !== 'open';
    if (clock.verdict) count(clock.verdict, true, clockId);
    else if (clock.isBreached) count(isOver ? 'breached' : 'openOverdue', true, clockId);
    else if (clock.judged === 'open-overdue') count('openOverdue', true, clockId);
    else count('openRunning', true, clockId);
  }
}

/** A rise counts for the case it rests on; cleared once the customer's level has fallen since. */
function countRise(
  { customerId, caseId, at, level, dimensions }: ChurnChange,
  churn: ChurnChange[],
  counted: Counted[],
): void {
  if (!caseId) return;
  const hasFallen = churn.some(
    (other) => other.customerId === customerId && !other.isRise && other.at >= at,
  );
  counted.push({ figure: level, caseId, at, dimensions });
  if (hasFallen) counted.push({ figure: 'cleared', caseId, at, dimensions });
}
