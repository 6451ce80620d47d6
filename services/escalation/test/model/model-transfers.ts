import { promisesOf } from './model-clocks.js';
import type { ModelClock, ModelClocks } from './model-clocks.js';
import { illegal } from './model-words.js';
import type { Refused } from './model-words.js';

/** One unit giving the case to the next. */
export interface Step {
  from: string | undefined;
  owner: string | undefined;
  clock: ModelClock;
  isAccepted: boolean;
}

/** What a transfer is about, of a case. */
interface Held {
  readonly isWorking: boolean;
  readonly rule: string;
  readonly unit: string | undefined;
  readonly clocks: ModelClocks;
  readonly route: Step[];
  owner: string | undefined;
  refusals: number;
  moveTo(unit: string | undefined, at: number): void;
}

export function isPending(model: Pick<Held, 'route'>): boolean {
  return model.route.at(-1)?.isAccepted === false;
}

export function transfer(model: Held, to: string, now: number): Refused {
  if (!model.isWorking || isPending(model) || model.unit === to) return illegal;
  const own = model.route.at(-1)?.clock;
  model.clocks.stop(
    model.clocks.open('department').filter((clock) => clock === own),
    now,
  );
  const promise = promisesOf(model.rule).find(({ kind }) => kind === 'department')!;
  const clock = model.clocks.start(promise, model.rule, now);
  model.route.push({ from: model.unit, owner: model.owner, clock, isAccepted: false });
  model.moveTo(to, now);
  return undefined;
}

export function goBack(model: Held, how: 'refuse-transfer' | 'hand-back', now: number): Refused {
  const step = model.route.at(-1);
  if (!model.isWorking || !step || step.isAccepted === (how === 'refuse-transfer')) return illegal;
  const open = model.clocks.open('department').filter((clock) => clock === step.clock);
  if (how === 'refuse-transfer') {
    // Two refusals in a row; the third time the unit has to accept.
    if (model.refusals === 2) return illegal;
    model.refusals += 1;
    model.clocks.stop(
      open.filter(({ state }) => state === 'breached'),
      now,
    );
    model.clocks.cancel(open, now);
  } else {
    model.clocks.stop(open, now);
    model.owner = step.owner ?? model.owner;
    model.refusals = 0;
  }
  model.route.pop();
  model.moveTo(step.from, now);
  return undefined;
}
