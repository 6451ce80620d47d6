import {
  englishNames,
  givenNames,
  hourWeights,
  remedies,
  surnames,
  topicsOfCalls,
  weekdayWeights,
} from './hotline-texts.js';
import { hotlineAgents, hotlineOrganisation } from './hotline-organisation.js';
import type { PlannedComplaint } from './case-plan.js';
import { planCase } from './plan-case.js';
import { firstCallEvidence } from './plan-evidence.js';
import { QuestionDesk } from './plan-questions.js';
import { SeededRandom } from './seeded-random.js';
import type { SimulatedAction, SimulatedCommand, SimulatedFiling } from './simulated-action.js';

export interface SimulationOptions {
  seed: number;
  /** Epoch milliseconds of the first call; part of every key. */
  from: number;
  /** How long calls come in; the work on them goes on to its end. Absent: for ever. */
  days?: number;
  /** Complaints on an average day, spread by hour and weekday. */
  perDay?: number;
  /** Instead of `perDay`: complaints per second, evenly. */
  rate?: number;
  /** How much faster than in life cases are worked; 1 is life. */
  haste?: number;
}

interface Customer {
  name: string;
  phone: string;
  tier: string;
  email?: string;
  lastCategory?: string;
  isUpgraded?: boolean;
}
/** Who called, and rings again about the same thing before anybody else does. */
interface Repeated {
  caller: Customer;
  ref: string;
  category?: string;
}
interface PendingFiling {
  kind: 'callbacks' | 'surveys';
  at: number;
  filing: SimulatedFiling;
}
type Pending = SimulatedCommand | PendingFiling;

const dayMs = 86_400_000;
const shanghaiMs = 8 * 3_600_000;
const largestArray = 500;
const sumOfHours = hourWeights.reduce((sum, weight) => sum + weight, 0);
const channels = ['phone', 'phone', 'phone', 'phone', 'app', 'web', 'email', 'social', 'visit'];
const severities = ['low', 'normal', 'normal', 'normal', 'normal', 'high'];

/**
 * What happens at a hotline, in the order of time: the same options give the same actions, byte for
 * byte. Calls are filed at the end of their slot (a second with `rate`, else five minutes).
 */
export function* simulateHotline(options: SimulationOptions): Generator<SimulatedAction> {
  const { seed, from, days = Infinity, rate, perDay = 120, haste = 1 } = options;
  const random = new SeededRandom(seed);
  const slotMs = rate === undefined ? 300_000 : 1_000;
  const prefix = `sim-${seed}-${from}`;
  const customers: Customer[] = [];
  const end = from + days * dayMs;
  const pending = new Map<number, Pending[]>();
  const desk = new QuestionDesk(seed, prefix, haste);
  let calls = 0;
  let again: Repeated | undefined;
  /** The latest complaint that nobody closes by hand: one that stands for an incident ends after all the others. */
  let standing: string | undefined;
  yield {
    kind: 'organisation',
    at: from,
    body: { ...hotlineOrganisation, agents: hotlineAgents },
  };
  const plan = (step: Pending) => {
    const slot = step.at - ((step.at - from) % slotMs);
    const planned = pending.get(slot);
    if (planned) planned.push(step);
    else pending.set(slot, [step]);
  };
  for (let slot = from; slot < end || pending.size > 0 || desk.isWaiting; slot += slotMs) {
    const at = slot + slotMs;
    const isOpen = slot < end;
    const mean = rate === undefined ? meanOf(slot, slotMs, perDay) : rate * (slotMs / 1_000);
    const expected = isOpen ? random.arrivals(mean) : 0;
    const filings: SimulatedFiling[] = [];
    for (let index = 0; index < expected; index += 1) {
      calls += 1;
      const ref = `c-${calls}`;
      const receivedAt = slot + Math.floor(((index + 0.5) * slotMs) / expected);
      const caller = again?.caller ?? callerOf(random, customers);
      const complaint = complaintOf(random, caller, receivedAt, `${prefix}-${ref}`, again);
      const isRepeated = !again && !complaint.isAnonymous && random.chance(0.15);
      const cause = !complaint.duplicateOf && calls > 1 && random.chance(0.1);
      if (cause && standing) complaint.incidentOf = standing;
      again = isRepeated ? { caller, ref, category: caller.lastCategory } : undefined;
      filings.push({ ref, body: complaint.body });
      const steps = planCase(random, complaint);
      if (!steps.some((step) => step.as === 'command' && step.command.command === 'close')) {
        standing = ref;
      }
      for (const step of steps) {
        const due = receivedAt + Math.round(step.after / haste);
        if (step.as === 'command') {
          const { happenedAfter, dueAfter, ...command } = step.command;
          const told = (after: number) =>
            new Date(receivedAt + Math.round(after / haste)).toISOString();
          if (happenedAfter !== undefined) {
            command.body = { ...command.body, at: told(happenedAfter) };
          }
          if (dueAfter !== undefined) {
            const field = command.command === 'snooze-reminders' ? 'until' : 'dueAt';
            command.body = { ...command.body, [field]: told(dueAfter) };
          }
          plan({ kind: 'command', at: due, ref, ...command });
        } else plan({ kind: step.as, at: due, filing: { ref, body: step.body } });
      }
    }
    yield* arrays('complaints', filings, at, prefix);
    const changed = isOpen && expected > 0 && random.chance(0.1) && upgraded(random, customers);
    if (changed) yield { kind: 'customer', at, body: changed };
    if (expected > 0) yield* desk.ask(at);
    yield* desk.due(at);
    const due = pending.get(slot) ?? [];
    pending.delete(slot);
    yield* worked(due, at, prefix);
  }
}

/** Every step of the work that falls into a slot, in its order; callbacks and surveys that follow each other as arrays. */
function* worked(due: Pending[], at: number, prefix: string): Generator<SimulatedAction> {
  due.sort((a, b) => a.at - b.at);
  for (let first = 0; first < due.length;) {
    const { kind } = due[first]!;
    let last = first + 1;
    while (due[last]?.kind === kind) last += 1;
    const alike = due.slice(first, last);
    const filings: SimulatedFiling[] = [];
    for (const step of alike) {
      if (step.kind === 'command') yield { ...step, at };
      else filings.push(dated(step));
    }
    if (kind !== 'command') yield* arrays(kind, filings, at, `${prefix}-${first}`);
    first = last;
  }
}

function dated({ kind, at, filing: { ref, body } }: PendingFiling): SimulatedFiling {
  const time = new Date(at).toISOString();
  return { ref, body: { ...body, [kind === 'callbacks' ? 'at' : 'answeredAt']: time } };
}

function* arrays(
  kind: 'complaints' | 'callbacks' | 'surveys',
  filings: SimulatedFiling[],
  at: number,
  prefix: string,
): Generator<SimulatedAction> {
  for (let first = 0; first < filings.length; first += largestArray) {
    const items = filings.slice(first, first + largestArray);
    yield { kind, at, key: `${prefix}-${kind}-${at}-${first}`, items };
  }
}

function meanOf(slot: number, slotMs: number, perDay: number): number {
  const local = new Date(slot + shanghaiMs);
  const ofDay = hourWeights[local.getUTCHours()]! / sumOfHours;
  return perDay * weekdayWeights[local.getUTCDay()]! * ofDay * (slotMs / 3_600_000);
}

/** Somebody new, or one of those who called before. */
function callerOf(random: SeededRandom, customers: Customer[]): Customer {
  if (customers.length > 10 && random.chance(0.22)) return random.pick(customers);
  const isChinese = random.chance(0.85);
  const name = isChinese
    ? `${random.pick(surnames)}${random.pick(givenNames)}`
    : random.pick(englishNames);
  const phone = `13${random.between(100_000_000, 999_999_999)}`;
  const tier = random.pick(['standard', 'standard', 'standard', 'quality', 'key', 'vip']);
  const email = random.chance(0.3) && { email: `caller.${phone}@mail.example` };
  const caller: Customer = { name, phone, tier, ...email };
  customers.push(caller);
  return caller;
}

/** A customer rises a tier, once; changing it to the same tier again changes nothing. */
function upgraded(random: SeededRandom, customers: Customer[]): Record<string, unknown> | false {
  const customer = random.pick(customers);
  if (customer.isUpgraded || customer.tier === 'vip') return false;
  customer.isUpgraded = true;
  const { name, phone } = customer;
  customer.tier = 'vip';
  return { name, phone, tier: 'vip' };
}

function complaintOf(
  random: SeededRandom,
  caller: Customer,
  receivedAt: number,
  externalId: string,
  earlier?: Repeated,
): { body: Record<string, unknown> } & PlannedComplaint {
  const same = topicsOfCalls.find(({ category }) => category === earlier?.category);
  const topic = same ?? topicOf(random, caller);
  const isAnonymous = !earlier && random.chance(0.03);
  const { name, phone, tier, email } = caller;
  const severity = topic.category === 'leak' ? 'critical' : random.pick(severities);
  const unit = random.pick(['north', 'north', 'south', 'south', 'south-harbour']);
  const hasThreat = random.chance(0.06);
  const isFirstCall = severity !== 'critical' && random.chance(0.15);
  const heardAt = new Date(receivedAt).toISOString();
  const body = {
    channel: random.pick(channels),
    customer: isAnonymous ? { anonymous: true } : { name, phone, tier, ...(email && { email }) },
    category: topic.category,
    statement: random.chance(0.75) ? random.pick(topic.zh) : random.pick(topic.en),
    severity,
    organisation: unit,
    product: random.pick(topic.products),
    receivedAt: heardAt,
    externalId,
    ...(isFirstCall && { evidence: firstCallEvidence(random, heardAt) }),
    ...(hasThreat && { threats: [random.pick(['media', 'regulator', 'leave', 'legal'])] }),
    ...(random.chance(0.4) && { remedySought: random.pick(remedies) }),
    ...(random.chance(0.05) && { dueAt: new Date(receivedAt + 7 * dayMs).toISOString() }),
  };
  const facts = { unit, severity, hasThreat, isAnonymous, receivedAt: heardAt, isFirstCall };
  return { body, ...facts, ...(earlier && { duplicateOf: earlier.ref }) };
}

/** Who calls again mostly calls about the same thing. */
function topicOf(random: SeededRandom, caller: Customer): (typeof topicsOfCalls)[number] {
  const again = topicsOfCalls.find(({ category }) => category === caller.lastCategory);
  if (again && random.chance(0.7)) return again;
  let rest = random.next() * topicsOfCalls.reduce((sum, { weight }) => sum + weight, 0);
  const topic = topicsOfCalls.find(({ weight }) => (rest -= weight) < 0) ?? topicsOfCalls[0];
  caller.lastCategory = topic.category;
  return topic;
}
