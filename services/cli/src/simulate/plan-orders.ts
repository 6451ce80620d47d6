import { hotlineAgents, hotlineOrganisation } from './hotline-organisation.js';
import {
  coHandlingTexts,
  orderAnswers,
  orderRefusalNotes,
  problemTexts,
  supervisionTexts,
} from './hotline-texts.js';
import type { SeededRandom } from './seeded-random.js';
import type { SimulatedCommand } from './simulated-action.js';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** One step about an order, `wait` after the one before it. */
export interface OrderStep {
  wait: number;
  command: SimulatedCommand['command'];
  body: Record<string, unknown>;
  /** The answer is due this long after the step itself. */
  dueIn?: number;
  bySupervisor?: true;
  /** Where the case must stand for it. */
  stage?: string;
}

export const problemKinds = [
  'forged-signature',
  'premium-misappropriation',
  'late-receipt',
  'other',
] as const;
const orderMatters = ['claim-query', 'advice', 'appointment', 'complaint', 'problem'];

/** Other units take part, a supervisor asks how it goes, somebody's conduct is the matter: each is answered or dropped. `matters`: dice of what it is about, if anybody says. */
export function planOrders(random: SeededRandom, matters: SeededRandom, unit: string): OrderStep[] {
  const steps: OrderStep[] = [];
  const add = (
    command: OrderStep['command'],
    body: Record<string, unknown>,
    more: Partial<OrderStep> = {},
  ) => steps.push({ wait: random.between(5 * minute, hour), command, body, ...more });
  const about = (name: string, codes: readonly string[]) =>
    matters.chance(0.8) && { [name]: matters.pick(codes) };
  const bySupervisor = true as const;
  const answer = (wait = random.between(20 * minute, 5 * hour)) => {
    add('end-order', { how: 'answer', answer: random.pick(orderAnswers) }, { wait, bySupervisor });
  };
  const dueIn = random.between(2 * day, 4 * day);
  const others = hotlineOrganisation.units
    .map(({ code }) => code)
    .filter((code) => code !== unit && code !== 'hq' && code !== 'hse');
  if (random.chance(0.6)) {
    add(
      'co-handle',
      { units: others, ...about('matter', orderMatters), text: random.pick(coHandlingTexts) },
      { dueIn, bySupervisor },
    );
    const note = random.pick(orderRefusalNotes);
    const how = { how: 'decline', reason: 'not-responsible', note };
    if (random.chance(0.5)) add('end-order', how, { bySupervisor });
    else answer();
    for (const _ of others.slice(1)) answer();
  }
  if (random.chance(0.6)) {
    add('supervise', { text: random.pick(supervisionTexts) }, { dueIn, bySupervisor });
    if (random.chance(0.5)) add('end-order', { how: 'drop' }, { bySupervisor });
    else answer(random.chance(0.3) ? dueIn + hour : undefined);
  }
  if (random.chance(0.3)) {
    const accused = random.pick(hotlineAgents.filter((agent) => agent.unit === unit)).agentId;
    const what = { ...about('kind', problemKinds), text: random.pick(problemTexts) };
    const marked = { accused, desk: 'hq', followUpDays: 3, ...what };
    add('mark-problem', marked, { dueIn, bySupervisor });
    answer();
  }
  return steps;
}
