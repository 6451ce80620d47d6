import type { Database } from '#platform';

/** What reports slice by, as events carry it. */
export type Dimensions = Record<string, string | undefined>;
export interface ClockFacts {
  kind: string;
  isBreached: boolean;
  isStopped: boolean;
  verdict?: 'met' | 'cancelled';
  judged?: string;
}
export interface CaseFacts {
  id: string;
  receivedAt: number;
  dimensions: Dimensions;
  status: 'open' | 'resolved' | 'closed' | 'withdrawn' | 'merged';
  wasReopened: boolean;
  wasOverridden: boolean;
  /** The earlier cases that it was linked to as their repeat, and still is. */
  repeatOf: Set<string>;
  clocks: Map<string, ClockFacts>;
  /** Whether each csat answer was satisfied. */
  answers: boolean[];
}
export interface ChurnChange {
  customerId: string;
  caseId?: string;
  at: number;
  level: string;
  factors: string[];
  isRise: boolean;
  dimensions: Dimensions;
}
export interface OrderFacts {
  caseId: string;
  kind: string;
  unit: string;
  matter?: string;
  problemKind?: string;
  at: number;
  status: 'open' | 'answered' | 'declined' | 'dropped';
  isLate: boolean;
}
export interface TransferFacts {
  caseId: string;
  at: number;
  dimensions: Dimensions;
  outcome?: 'accepted' | 'refused' | 'withdrawn';
  isHandedBack: boolean;
}
/** A unit that had a case from one instant to another; nobody between its end and a new beginning. */
export interface HeldFacts {
  caseId: string;
  unit?: string;
  from: number;
  to: number;
}
export interface RecordedFacts {
  cases: Map<string, CaseFacts>;
  transfers: Map<string, TransferFacts>;
  held: HeldFacts[];
  orders: Map<string, OrderFacts>;
  churn: ChurnChange[];
}

interface Clock {
  clockId: string;
  kind: string;
}
interface Recorded {
  type: string;
  data: Clock & {
    caseId: string;
    customerId: string;
    at: string;
    receivedAt: string;
    dimensions?: Dimensions;
    unit?: string;
    owner?: string;
    evidence?: Record<string, string>;
    clocks: Clock[];
    clock: Clock;
    kind: string;
    satisfied: boolean;
    verdict: string;
    restoredStage: string;
    after: unknown;
    level: string;
    factors?: { name: string }[];
    orderId: string;
    matter?: string;
    problemKind?: string;
    isLate?: boolean;
    transferId: string;
    earlier: string;
    stage?: string;
    desk?: string;
    group?: string;
  };
}

/** Everything that figures rest on, read from the logs one event after the other. */
export async function readRecordedFacts(
  escalation: Database,
  signals: Database,
): Promise<RecordedFacts> {
  const facts: RecordedFacts = {
    cases: new Map(),
    orders: new Map(),
    transfers: new Map(),
    held: [],
    churn: [],
  };
  const holders = new Map<string, Holder>();
  for (const event of await readLog(escalation)) {
    tellCase(facts.cases, event);
    if (event.type.startsWith('case.order-')) tellOrder(facts.orders, event);
    tellTransfer(facts.transfers, event);
    tellHolder(facts.held, holders, event);
  }
  for (const event of await readLog(signals)) tellSignal(facts, event);
  return facts;
}

async function readLog(database: Database): Promise<Recorded[]> {
  const rows = await database.query<{ type: string; data: string }>(
    'select type, data from events order by epoch, position',
  );
  return rows.map(({ type, data }) => ({
    type: type.replace(/^clearline\.|\.v\d+$/g, ''),
    data: JSON.parse(data) as Recorded['data'],
  }));
}

/** Which unit has a case, since when; `since` is absent while the case is over. */
interface Holder {
  unit?: string;
  since?: number;
}

function tellTransfer(transfers: Map<string, TransferFacts>, { type, data }: Recorded): void {
  const { transferId, caseId, dimensions } = data;
  if (type === 'case.transferred') {
    const at = Date.parse(data.at);
    transfers.set(transferId, { caseId, at, dimensions: dimensions!, isHandedBack: false });
  }
  if (type === 'case.transfer-accepted') transfers.get(transferId)!.outcome = 'accepted';
  if (type === 'case.transfer-refused') transfers.get(transferId)!.outcome = 'refused';
  if (type === 'case.transfer-withdrawn') transfers.get(transferId)!.outcome = 'withdrawn';
  if (type === 'case.handed-back') transfers.get(transferId)!.isHandedBack = true;
}

function tellHolder(
  held: HeldFacts[],
  holders: Map<string, Holder>,
  { type, data }: Recorded,
): void {
  const { caseId, unit } = data;
  if (type === 'case.opened') {
    holders.set(caseId, { unit: data.dimensions?.['unit'], since: Date.parse(data.receivedAt) });
    return;
  }
  const holder = holders.get(caseId);
  if (!holder) return;
  const at = Math.max(Date.parse(data.at), holder.since ?? 0);
  const leave = () => {
    if (holder.since !== undefined && at > holder.since) {
      held.push({ caseId, unit: holder.unit, from: holder.since, to: at });
    }
  };
  const next = (to: string | undefined) => {
    if (to === holder.unit) return;
    leave();
    Object.assign(holder, { unit: to, ...(holder.since !== undefined && { since: at }) });
  };
  if (type === 'case.assigned' && unit) next(unit);
  if (
    type === 'case.stage-completed' &&
    data.stage === 'establish' &&
    data.evidence?.['department']
  )
    next(data.evidence['department']);
  if (type === 'case.left-for-safety') next(data.desk);
  if (/^case\.(transferred|transfer-refused|transfer-withdrawn|handed-back)$/.test(type))
    next(data.dimensions?.['unit']);
  if (type === 'case.history-recorded' && data.group !== undefined) next(data.group);
  if (/^case\.(closed|withdrawn|merged)$/.test(type)) {
    leave();
    holder.since = undefined;
  }
  if (/^case\.(reopened|unmerged)$/.test(type)) holder.since ??= Date.parse(data.at);
}

function tellOrder(orders: Map<string, OrderFacts>, { type, data }: Recorded): void {
  const { orderId, caseId, kind, matter, problemKind } = data;
  if (type === 'case.order-given') {
    const about = { caseId, kind, unit: data.unit!, matter, problemKind, at: Date.parse(data.at) };
    orders.set(orderId, { ...about, status: 'open', isLate: false });
    return;
  }
  const order = orders.get(orderId)!;
  if (type === 'case.order-overdue' || data.isLate) order.isLate = true;
  if (type === 'case.order-answered') order.status = 'answered';
  if (type === 'case.order-declined') order.status = 'declined';
  if (type === 'case.order-dropped') order.status = 'dropped';
}

/** After these the case is theirs whom they name; a transfer leaves it whose it was until it is accepted. */
const givesOwner = /^case\.(assigned|transfer-accepted|handed-back|safety-taken)$/;

function tellCase(cases: Map<string, CaseFacts>, { type, data }: Recorded): void {
  if (type === 'case.opened') {
    cases.set(data.caseId, {
      id: data.caseId,
      receivedAt: Date.parse(data.receivedAt),
      dimensions: { ...data.dimensions, owner: data.owner },
      status: 'open',
      wasReopened: false,
      wasOverridden: false,
      repeatOf: new Set(),
      clocks: new Map(data.clocks.map(freshClock)),
      answers: [],
    });
    return;
  }
  // Policies have a stream of their own in the same log.
  if (type === 'policy.published') return;
  const found = cases.get(data.caseId);
  if (!found) throw new Error(`${type} of a case that was never opened`);
  const clock = found.clocks.get(data.clockId);
  if (givesOwner.test(type) && data.owner) {
    found.dimensions = { ...found.dimensions, owner: data.owner };
  }
  if (type === 'case.assigned' && data.unit) {
    found.dimensions = { ...found.dimensions, unit: data.unit };
  }
  if (type === 'case.stage-completed') {
    const { product, category, department: unit } = data.evidence ?? {};
    found.dimensions = {
      ...found.dimensions,
      ...(category && { category }),
      ...(unit && { unit }),
      ...(product && product !== 'none' && { product }),
    };
  }
  if (type === 'case.stage-overridden') found.wasOverridden = true;
  if (type === 'case.left-for-safety') {
    found.status = 'open';
    found.dimensions = { ...found.dimensions, ...data.dimensions };
  }
  if (type === 'case.severity-changed') {
    found.dimensions = { ...found.dimensions, severity: data.after as string };
  }
  if (type === 'case.tier-changed') {
    found.dimensions = { ...found.dimensions, tier: data.after as string };
  }
  if (type === 'case.codes-amended') {
    const { category, product } = data.after as Dimensions;
    found.dimensions = { ...found.dimensions, category, product };
  }
  if (type === 'case.repeat-linked') found.repeatOf.add(data.earlier);
  if (type === 'case.repeat-ruled-out') found.repeatOf.delete(data.earlier);
  if (type === 'case.resolved') found.status = 'resolved';
  if (type === 'case.closed') found.status = 'closed';
  if (type === 'case.withdrawn') found.status = 'withdrawn';
  if (type === 'case.merged') found.status = 'merged';
  if (type === 'case.unmerged') {
    found.status = /callback|survey/.test(data.restoredStage) ? 'resolved' : 'open';
  }
  if (type === 'case.reopened') Object.assign(found, { status: 'open', wasReopened: true });
  if (type === 'sla.clock-started') found.clocks.set(...freshClock(data.clock));
  if (type === 'sla.breached') clock!.isBreached = true;
  if (type === 'sla.met') Object.assign(clock!, { verdict: 'met', isStopped: true });
  if (type === 'sla.verdict-corrected') {
    const verdict = data.verdict === 'met' ? 'met' : undefined;
    Object.assign(clock!, { verdict, isBreached: !verdict, isStopped: true });
  }
  if (type === 'sla.stopped-late') clock!.isStopped = true;
  if (type === 'sla.clock-cancelled') {
    Object.assign(clock!, { verdict: 'cancelled', isStopped: true });
  }
  if (type === 'sla.clock-restored') {
    Object.assign(clock!, { verdict: undefined, isStopped: false });
  }
  if (type === 'sla.judged') clock!.judged = data.verdict;
}

const freshClock = ({ clockId, kind }: Clock): [string, ClockFacts] => [
  clockId,
  { kind, isBreached: false, isStopped: false },
];

function tellSignal({ cases, churn }: RecordedFacts, { type, data }: Recorded): void {
  if (type === 'satisfaction.scored' && data.kind === 'csat') {
    cases.get(data.caseId)?.answers.push(data.satisfied);
  }
  if (!type.startsWith('churn.')) return;
  const { customerId, caseId, level, dimensions = {} } = data;
  const factors = (data.factors ?? []).map(({ name }) => name);
  const isRise = type === 'churn.warned';
  churn.push({ customerId, caseId, at: Date.parse(data.at), level, factors, isRise, dimensions });
}
