import { hotlineAgents } from './hotline-organisation.js';
import {
  closeNotes,
  followUpAnswers,
  orderAnswers,
  problemTexts,
  supervisionTexts,
} from './hotline-texts.js';
import { problemKinds } from './plan-orders.js';
import type { OrderStep } from './plan-orders.js';
import type { SeededRandom } from './seeded-random.js';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const bySupervisor = true as const;

/** 问题件: some complaints turn out to be about somebody's conduct; their desk answers within the day. */
export function planProblem(random: SeededRandom, unit: string): OrderStep[] {
  if (!random.chance(0.12)) return [];
  const accused = random.pick(hotlineAgents.filter((agent) => agent.unit === unit)).agentId;
  const what = {
    accused,
    kind: random.pick(problemKinds),
    desk: 'hq',
    followUpDays: random.pick([3, 30]),
  };
  const marked = { ...what, text: random.pick(problemTexts) };
  const answer = { how: 'answer', answer: random.pick(orderAnswers) };
  const dueIn = random.between(2 * day, 4 * day);
  return [
    {
      ...{ wait: random.between(5 * minute, hour), command: 'mark-problem', body: marked },
      ...{ dueIn, bySupervisor },
    },
    { wait: random.between(hour, 10 * hour), command: 'end-order', body: answer, bySupervisor },
  ];
}

/** What a supervisor asks once a case is settled is sometimes never answered. */
export function planLastQuestion(random: SeededRandom): OrderStep[] {
  if (!random.chance(0.15)) return [];
  const dueIn = random.between(day, 30 * day);
  const body = { text: random.pick(supervisionTexts) };
  return [{ wait: 10 * minute, command: 'supervise', body, dueIn, bySupervisor }];
}

/** A problem does not wait for its survey; every other time the desk asks the customer again after the end. */
export function planFollowUp(random: SeededRandom, isClosed: boolean): OrderStep[] {
  const steps: OrderStep[] = [];
  const add = (wait: number, step: Omit<OrderStep, 'wait' | 'bySupervisor'>) =>
    steps.push({ wait, ...step, bySupervisor });
  if (!isClosed) {
    const body = { reason: 'customer-informed', note: closeNotes[0] };
    add(random.between(hour, 10 * hour), { command: 'close', body, stage: 'survey' });
  }
  if (random.chance(0.5)) return steps;
  const body = { how: 'answer', answer: random.pick(followUpAnswers) };
  add(random.between(day, 4 * day), { command: 'end-order', body, stage: 'closed' });
  return steps;
}
