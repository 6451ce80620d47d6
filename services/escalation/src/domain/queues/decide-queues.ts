import { CaseRefusal } from '../case-command.js';
import { caseEvent } from '../case-event.js';
import type { CaseEvent } from '../case-event.js';
import type { OpenedCase } from '../case-state.js';
import { iso } from '../clock-events.js';
import type { DecisionContext } from '../decision-context.js';
import { targetAlert } from '../triggers/case-alarms.js';
import { queueOf } from './case-queue.js';
import type { QueueCommand } from './queue-command.js';

type Command<T extends QueueCommand['type']> = Extract<QueueCommand, { type: T }>;

export function decideQueues(
  command: QueueCommand,
  state: OpenedCase,
  now: number,
  context: DecisionContext,
): CaseEvent[] {
  switch (command.type) {
    case 'move-to-queue':
      return move(command, state, now, context);
    case 'record-handling':
      return recordHandling(command, state, now, context);
  }
}

/** Whether the policy has the queue is asked before, where the field can be named. */
function move(
  { queue, note, by }: Command<'move-to-queue'>,
  state: OpenedCase,
  now: number,
  { policies }: DecisionContext,
): CaseEvent[] {
  if (state.stage === 'closed') throw new CaseRefusal('illegal-transition', 'the case is closed');
  const before = queueOf(state, policies)?.id;
  if (before === queue) throw new CaseRefusal('illegal-transition', `it is in ${queue} already`);
  const facts = { ...base(state, now, by), ...(before && { before }), queue };
  return [caseEvent('queueChanged', { ...facts, ...(note && { note }) })];
}

/**
 * Work counts whenever it was done, also after the case has closed. It costs what the queue names at that
 * instant, so that moving a case changes nothing that was counted before.
 */
function recordHandling(
  { activity, seconds, by }: Command<'record-handling'>,
  state: OpenedCase,
  now: number,
  context: DecisionContext,
): CaseEvent[] {
  const queue = queueOf(state, context.policies);
  const totalSeconds = (state.handling?.seconds ?? 0) + seconds;
  const target = queue && toSeconds(queue.handlingMinutes);
  const isCall = activity === 'call';
  const limit = isCall && queue?.talkMinutes ? toSeconds(queue.talkMinutes) : undefined;
  const rate = queue?.costPerHour;
  const cost = rate === undefined ? undefined : cents((rate * seconds) / 3_600);
  const isOverTarget = target !== undefined && totalSeconds > target;
  // Only the work that crosses a target is told of: once for each queue that the case is in.
  const isCrossing = isOverTarget && totalSeconds - seconds <= target;
  const isTold = isCrossing && !state.imported && state.stage !== 'closed';
  return [
    caseEvent('handlingRecorded', {
      ...base(state, now, by),
      ...{ handlingId: context.newId(), activity, seconds, totalSeconds },
      ...(queue && { queue: queue.id }),
      ...(target !== undefined && { targetSeconds: target }),
      isOverTarget,
      ...(limit !== undefined && { limitSeconds: limit }),
      isOverLimit: limit !== undefined && seconds > limit,
      ...(cost !== undefined && { cost, totalCost: cents((state.handling?.cost ?? 0) + cost) }),
    }),
    ...(isTold ? [targetAlert(state, now, context)] : []),
  ];
}

/** Targets are given in minutes and compared to the second. */
const toSeconds = (minutes: number) => Math.round(minutes * 60);
const cents = (amount: number) => Math.round(amount * 100) / 100;

const base = ({ id, dimensions }: OpenedCase, now: number, by: string) => ({
  caseId: id,
  at: iso(now),
  dimensions,
  by,
});
