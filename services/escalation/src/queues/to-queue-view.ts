import type { QueueMatchView, QueueView } from '#contracts';
import type { PolicyQueue } from '#sla';
import type { QueueWork } from './handling-rows.js';

type Facts = Pick<QueueView, 'title' | 'talkSeconds' | 'handlingSeconds' | 'costPerHour'>;

function factsOf(queue: PolicyQueue | undefined): Facts {
  const seconds = (minutes?: number) => (minutes === undefined ? null : Math.round(minutes * 60));
  return {
    title: queue?.title ?? null,
    talkSeconds: seconds(queue?.talkMinutes),
    handlingSeconds: seconds(queue?.handlingMinutes),
    costPerHour: queue?.costPerHour ?? null,
  };
}

export function toMatchView(queue: PolicyQueue | undefined): QueueMatchView {
  return { queue: queue ? { queue: queue.id, ...factsOf(queue) } : null };
}

/** The queues of the policy in force in its order, then those that only older cases are in, then none. */
export function toQueueViews(
  queues: readonly PolicyQueue[],
  open: readonly { queue: string | null; open: number }[],
  work: readonly QueueWork[],
): QueueView[] {
  const known = queues.map(({ id }) => id);
  const others = [...open, ...work].flatMap(({ queue }) =>
    queue === null || known.includes(queue) ? [] : [queue],
  );
  return [...known, ...[...new Set(others)].sort(), null].map((queue) => {
    const done = work.find((one) => one.queue === queue);
    const per = (amount: number | null = null, of = 0) =>
      amount === null || of === 0 ? null : Math.round((amount * 100) / of) / 100;
    return {
      queue,
      ...factsOf(queues.find(({ id }) => id === queue)),
      open: open.find((one) => one.queue === queue)?.open ?? 0,
      handled: done?.handled ?? 0,
      seconds: done?.seconds ?? 0,
      secondsPerCase: per(done?.seconds, done?.handled),
      overTarget: done?.overTarget ?? 0,
      calls: done?.calls ?? 0,
      overLimit: done?.overLimit ?? 0,
      cost: per(done?.cost, 1),
      costPerCase: per(done?.cost, done?.handled),
      costPerCall: per(done?.callCost, done?.calls),
    };
  });
}
