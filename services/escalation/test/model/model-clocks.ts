import {
  defaultPolicy,
  extendClock,
  isPausableKind,
  pauseClock,
  resumeClock,
  startClock,
} from '#sla';
import type { PolicyClock } from '#sla';
import { policies } from '../given-case.js';

const calendars = policies.calendars(defaultPolicy.version);

/** A clock as somebody with pencil and paper would keep it. */
export interface ModelClock {
  readonly clockId: string;
  readonly kind: string;
  readonly stage?: string;
  rule: string;
  readonly startedAt: number;
  dueAt: number;
  state: 'running' | 'paused' | 'met' | 'breached' | 'cancelled';
  stoppedAt?: number;
  pauses: { from: number; to?: number }[];
  extensions: number;
  readonly externalDueAt?: number;
}

export const isCounting = ({ state }: ModelClock) => state === 'running' || state === 'paused';
export const isOpen = (clock: ModelClock) =>
  isCounting(clock) || (clock.state === 'breached' && clock.stoppedAt === undefined);
/** What a promise and the clocks for it have in common. */
interface Kind {
  readonly kind: string;
  readonly stage?: string | undefined;
}
const baseOf = ({ kind, stage }: Kind) => (stage ? `stage:${stage}` : kind);

export function promisesOf(rule: string): readonly PolicyClock[] {
  return defaultPolicy.rules.find(({ id }) => id === rule)!.clocks;
}

/**
 * What clocks a case has had. Verdicts follow from one comparison of instants, and a due instant is
 * always computed anew from the whole history of its clock, never from the one before.
 */
export class ModelClocks {
  readonly all: ModelClock[] = [];

  /** What was due before `now` and still ran has breached; at its due instant it has not yet. */
  pass(now: number): void {
    for (const clock of this.all) {
      if (clock.state === 'running' && clock.dueAt < now) clock.state = 'breached';
    }
  }

  start(promise: PolicyClock, rule: string, startedAt: number, externalDueAt?: number): ModelClock {
    const earlier = this.earlier(promise).length;
    const clock: ModelClock = {
      clockId: earlier > 0 ? `${baseOf(promise)}#${earlier + 1}` : baseOf(promise),
      kind: promise.kind,
      ...(promise.stage && { stage: promise.stage }),
      ...{ rule, startedAt, dueAt: 0, state: 'running', pauses: [], extensions: 0 },
      ...(externalDueAt !== undefined && { externalDueAt }),
    };
    clock.dueAt = dueOf(clock);
    this.all.push(clock);
    return clock;
  }

  earlier(promise: Kind): ModelClock[] {
    return this.all.filter((clock) => baseOf(clock) === baseOf(promise));
  }

  open(...kinds: string[]): ModelClock[] {
    return this.all.filter((clock) => isOpen(clock) && kinds.includes(clock.kind));
  }

  /** What something that was done at an instant answers, breaches that it proves wrong included. */
  answeredAt(at: number, receivedAt: number, ...kinds: string[]): ModelClock[] {
    return this.all.filter(
      (clock) =>
        kinds.includes(clock.kind) &&
        clock.startedAt <= Math.max(at, receivedAt) &&
        (isOpen(clock) || (clock.state === 'breached' && at <= clock.dueAt)),
    );
  }

  stop(clocks: readonly ModelClock[], at: number): void {
    for (const clock of clocks) {
      if (clock.state === 'paused') {
        const pause = clock.pauses.at(-1)!;
        const isOver = pause.from <= at;
        pause.to = Math.max(pause.from, at);
        if (isOver) clock.dueAt = dueOf(clock);
      }
      if (isCounting(clock)) clock.state = at <= clock.dueAt ? 'met' : 'breached';
      else if (at <= clock.dueAt) clock.state = 'met';
      clock.stoppedAt = at;
    }
  }

  cancel(clocks: readonly ModelClock[], at: number): void {
    for (const clock of clocks.filter(isCounting)) {
      clock.state = 'cancelled';
      clock.stoppedAt = at;
    }
  }

  pause(at: number): void {
    for (const clock of this.pausable()) {
      clock.state = 'paused';
      clock.pauses.push({ from: at });
    }
  }

  resume(at: number): void {
    for (const clock of this.paused()) {
      clock.state = 'running';
      clock.pauses.at(-1)!.to = at;
      clock.dueAt = dueOf(clock);
    }
  }

  extend(clock: ModelClock): void {
    clock.extensions += 1;
    clock.dueAt = dueOf(clock);
  }

  /** What counts is promised by another rule from now on; what that one does not promise ends. */
  underRule(rule: string, at: number): void {
    for (const clock of this.all.filter((one) => isCounting(one) && one.kind !== 'external')) {
      const isPromised = promisesOf(rule).some((one) => baseOf(one) === baseOf(clock));
      if (!isPromised) {
        this.cancel([clock], at);
        continue;
      }
      clock.rule = rule;
      clock.dueAt = dueOf(clock);
    }
  }

  pausable(): ModelClock[] {
    return this.all.filter(({ state, kind }) => state === 'running' && isPausableKind(kind));
  }

  paused(): ModelClock[] {
    return this.all.filter(({ state }) => state === 'paused');
  }
}

export function promiseOf({ rule, kind, stage }: ModelClock): PolicyClock {
  return promisesOf(rule).find((one) => one.kind === kind && one.stage === stage)!;
}

/** From nothing, by libs/sla: the budget from the start, its extensions, then every pause that has ended. */
function dueOf(clock: ModelClock): number {
  const { budget, calendar, warnings, extension } = promiseOf(clock);
  const { clockId, kind, startedAt, externalDueAt } = clock;
  let known = startClock(
    {
      ...{ clockId, kind, startedAt, budget, calendar: `${calendar}@1`, thresholds: warnings },
      ...(externalDueAt !== undefined && { externalDueAt }),
    },
    calendars,
  );
  const origin = { policyVersion: defaultPolicy.version, rule: clock.rule };
  for (let times = 0; times < clock.extensions; times += 1) {
    known = extendClock(known, extension!.budget, origin, startedAt, calendars);
  }
  for (const { from, to } of clock.pauses) {
    if (to === undefined) break;
    known = resumeClock(pauseClock(known, from, 'awaiting-customer'), to, calendars);
  }
  return known.dueAt;
}
