import type {
  CaseFacts,
  ChurnChange,
  ClockFacts,
  OrderFacts,
  RecordedFacts,
} from './recorded-facts.js';
import type { Dimensions } from './recorded-facts.js';

/** One case counted under one figure; `part` tells several clocks of one case apart. */
export interface Counted {
  figure: string;
  caseId: string;
  part?: string;
  at: number;
  dimensions: Dimensions;
  /** Of what is added up beside the figures: time that a unit had a case, in milliseconds. */
  held?: number;
}

const churnReasons = [
  'threat-leave',
  'threat-regulator',
  'threat-media',
  'threat-legal',
  'repeat-complaint',
  'sla-breached',
  'reopened',
  'remedy-refused',
  'low-score',
  'callback-dissatisfied',
  'callback-refused',
  'callback-unreachable',
  'valued-customer',
] as const;

export const figuresOf = {
  volume: ['received', 'closed', 'reopened', 'overridden', 'merged'],
  backlog: ['open', 'resolved', 'overdue'],
  'sla-attainment': ['met', 'breached', 'openOverdue', 'openRunning', 'cancelled', 'withoutClock'],
  satisfaction: ['closed', 'closedAnswered', 'answered', 'satisfied'],
  orders: [
    'given',
    'inTime',
    'late',
    'overdue',
    'waiting',
    'declined',
    'dropped',
    'neverFollowedUp',
  ],
  repeats: ['received', 'repeats', 'repeated'],
  transfers: ['transferred', 'accepted', 'refused', 'withdrawn', 'undecided', 'handedBack'],
  churn: ['watch', 'warning', 'critical', 'cleared'],
  'churn-levels': ['watch', 'warning', 'critical'],
  'churn-factors': churnReasons,
  'churn-level-factors': churnReasons,
} as const;
export type ReportName = keyof typeof figuresOf;

/** Which cases count under which figure, by the reports' definitions and nothing of the product. */
export function recomputeReport(
  report: ReportName,
  { cases, orders, transfers, held, churn }: RecordedFacts,
  clockKind?: string,
): Counted[] {
  const counted: Counted[] = [];
  if (report === 'churn') {
    for (const change of churn) if (change.isRise) countRise(change, churn, counted);
    return counted;
  }
  if (report === 'churn-levels') {
    // Of each customer what the log says last.
    const latest = new Map(churn.map((change) => [change.customerId, change]));
    for (const { caseId, level: figure, at } of latest.values()) {
      const found = caseId === undefined ? undefined : cases.get(caseId);
      if (!found || figure === 'none') continue;
      counted.push({ figure, caseId: found.id, at, dimensions: found.dimensions });
    }
    return counted;
  }
  if (report === 'churn-level-factors') {
    const latest = new Map(churn.map((change) => [change.customerId, change]));
    const risen = new Map(
      churn.filter(({ isRise }) => isRise).map((change) => [change.customerId, change]),
    );
    for (const { customerId, caseId, level, at } of latest.values()) {
      const found = caseId === undefined ? undefined : cases.get(caseId);
      if (!found || level === 'none') continue;
      for (const figure of risen.get(customerId)?.factors ?? []) {
        counted.push({ figure, caseId: found.id, at, dimensions: found.dimensions });
      }
    }
    return counted;
  }
  if (report === 'transfers') {
    for (const [part, { outcome, isHandedBack, ...transfer }] of transfers) {
      const count = (figure: string) => counted.push({ figure, part, ...transfer });
      count('transferred');
      count(outcome ?? 'undecided');
      if (isHandedBack) count('handedBack');
    }
    for (const [index, { caseId, unit, from, to }] of held.entries()) {
      const dimensions = { ...cases.get(caseId)!.dimensions, unit };
      const span = { figure: 'held', caseId, part: String(index), at: from, held: to - from };
      counted.push({ ...span, dimensions });
    }
    return counted;
  }
  if (report === 'orders') {
    for (const [id, order] of orders) {
      const { dimensions } = cases.get(order.caseId)!;
      const others = [...orders.values()].filter(({ caseId }) => caseId === order.caseId);
      countOrder(id, order, { dimensions, others, counted });
    }
    return counted;
  }
  if (report === 'churn-factors') {
    for (const { isRise, caseId, at, factors, dimensions } of churn) {
      if (!isRise || !caseId) continue;
      for (const figure of factors) counted.push({ figure, caseId, at, dimensions });
    }
    return counted;
  }
  const repeated = new Set([...cases.values()].flatMap(({ repeatOf }) => [...repeatOf]));
  for (const facts of cases.values()) {
    const count = (figure: string, holds: boolean, part?: string) => {
      const { id: caseId, receivedAt: at, dimensions } = facts;
      const clock = part === undefined ? undefined : facts.clocks.get(part)?.kind;
      if (holds) counted.push({ figure, caseId, part, at, dimensions: { ...dimensions, clock } });
    };
    if (report === 'sla-attainment') countClocks(facts, count, clockKind);
    else if (report === 'repeats') {
      count('received', true);
      count('repeats', facts.repeatOf.size > 0);
      count('repeated', repeated.has(facts.id));
    } else countCase(report, facts, count);
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
    count('merged', status === 'merged');
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

/** By the unit that was asked; the desk of a problem has its follow-up and the order before the end. */
function countOrder(
  part: string,
  { caseId, at, kind, unit, matter, problemKind, status, isLate }: OrderFacts,
  of: { dimensions: Dimensions; others: OrderFacts[]; counted: Counted[] },
): void {
  const dimensions = { ...of.dimensions, unit, kind, matter, problemKind };
  const count = (figure: string) => of.counted.push({ figure, caseId, part, at, dimensions });
  count('given');
  if (status === 'answered') count(isLate ? 'late' : 'inTime');
  else if (status === 'open') count(isLate ? 'overdue' : 'waiting');
  else count(status);
  if (kind !== 'follow-up' || status !== 'open' || !isLate) return;
  const asked = of.others.filter((one) => one.kind === 'supervision' && one.unit === unit);
  const wasAnswered = asked.some((one) => one.status === 'answered');
  if (wasAnswered && !asked.some((one) => one.isLate)) count('neverFollowedUp');
}

/** A rise counts for the case it rests on; cleared once the customer's level has fallen after it, in the order of their stream. */
function countRise(rise: ChurnChange, churn: readonly ChurnChange[], counted: Counted[]): void {
  const { customerId, caseId, at, level, dimensions } = rise;
  if (!caseId) return;
  const hasFallen = churn
    .slice(churn.indexOf(rise) + 1)
    .some((other) => other.customerId === customerId && !other.isRise);
  counted.push({ figure: level, caseId, at, dimensions });
  if (hasFallen) counted.push({ figure: 'cleared', caseId, at, dimensions });
}
