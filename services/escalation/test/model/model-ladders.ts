import { expect } from '@jest/globals';
import { defaultPolicy } from '#sla';
import type { Ladder, Policy } from '#sla';
import type { CaseEvent } from '../../src/domain/case-event.js';
import { PolicyBook } from '../../src/domain/policy-book.js';
import type { CaseModel } from './case-model.js';
import { isOpen } from './model-clocks.js';

const minute = 60_000;
const ladder: Ladder = {
  id: 'desk',
  levels: [
    { id: 'team', level: 1, audience: 'supervisor', after: { threshold: 0.5 }, next: 'head' },
    { id: 'desk', level: 2, audience: 'supervisor', after: { breach: 0 }, next: 'head' },
    { id: 'branch', level: 3, audience: 'manager', after: { breach: 240 } },
    { id: 'head', level: 4, audience: 'admin', after: { unacknowledged: 600 } },
  ],
};

/** The default policy, with a ladder for the alerts of every clock but the external one. */
export const ladderedPolicy: Policy = {
  ...defaultPolicy,
  ladders: [ladder],
  rules: defaultPolicy.rules.map((rule) => ({
    ...rule,
    clocks: rule.clocks.map((clock) =>
      clock.kind === 'external' ? clock : { ...clock, ladder: ladder.id },
    ),
  })),
};
export const ladderedPolicies = new PolicyBook([ladderedPolicy]);

/** What is known of an alert while it may climb. */
interface Watched {
  clockId: string;
  cause: string;
  step: string | undefined;
  level: number;
  toldAt: number;
}

const stops: readonly CaseEvent['name'][] = [
  ...(['clockMet', 'clockStoppedLate', 'clockCancelled', 'verdictCorrected'] as const),
];

/**
 * Whatever happened: an alert rises, level by level, and nobody is told of it after somebody took it on,
 * after its clock stopped or after its case ended; and whoever was to be told by now was.
 */
export function checkLadders(model: CaseModel, events: readonly CaseEvent[], now: number): void {
  const climbing = new Map<string, Watched>();
  // What a merge holds goes on where it was, should the merge be undone.
  let held = new Map<string, Watched>();
  const leave = (isOver: (alert: Watched) => boolean) => {
    for (const [id, alert] of climbing) if (isOver(alert)) climbing.delete(id);
  };
  for (const { name, data } of events) {
    if (name === 'alertRaised' && data.clockId !== undefined) {
      const { alertId, clockId, cause, ladder: own, level, at } = data;
      expect(climbing.has(alertId)).toBe(false);
      const told = { clockId, cause, step: own?.step, level, toldAt: Date.parse(at) };
      climbing.set(alertId, told);
    } else if (name === 'alertClimbed') {
      const alert = climbing.get(data.alertId);
      if (!alert) throw new Error(`an alert climbs that is over: ${JSON.stringify(data)}`);
      expect(data.level).toBeGreaterThan(alert.level);
      const told = { step: data.ladder.step, level: data.level, toldAt: Date.parse(data.at) };
      expect(told.toldAt).toBeGreaterThanOrEqual(alert.toldAt);
      Object.assign(alert, told);
    } else if (name === 'alertAcknowledged') {
      climbing.delete(data.alertId);
      held.delete(data.alertId);
    } else if (name === 'merged') {
      held = new Map(climbing);
      climbing.clear();
    } else if (name === 'unmerged') {
      for (const [id, alert] of held) climbing.set(id, alert);
      held = new Map();
    } else if (name === 'closed' || name === 'withdrawn') {
      climbing.clear();
    } else if (stops.includes(name) && 'clockId' in data) {
      leave(({ clockId }) => clockId === data.clockId);
    }
  }
  for (const alert of climbing.values()) checkHeight(model, alert, now);
}

/** The highest level whose time has come was told. */
function checkHeight(model: CaseModel, alert: Watched, now: number): void {
  const clock = model.clocks.all.find(({ clockId }) => clockId === alert.clockId);
  if (!clock || !isOpen(clock) || alert.step === undefined) return;
  const hasCome = ladder.levels.filter(({ id, after }) => {
    if (id === alert.step) return true;
    // Its ladder waits in minutes.
    if (typeof after.breach === 'number') {
      return alert.cause === 'breach' && clock.dueAt + after.breach * minute <= now;
    }
    const { unacknowledged } = after;
    const below = ladder.levels.find(({ next, id: step }) => next === id && step === alert.step);
    return (
      below !== undefined &&
      unacknowledged !== undefined &&
      alert.toldAt + unacknowledged * minute <= now
    );
  });
  const highest = Math.max(...hasCome.map(({ level }) => level));
  if (highest > alert.level) expect({ ...alert, now }).toEqual({ ...alert, now, level: highest });
}
