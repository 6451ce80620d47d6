import { expect } from '@jest/globals';
import { consumedMinutes } from '#sla';
import { calendarsOf, earliestInstant, isOpenClock } from '../../src/domain/case-clocks.js';
import type { CaseEvent } from '../../src/domain/case-event.js';
import { noCase } from '../../src/domain/case-state.js';
import { fold } from '../../src/domain/decide.js';
import { unitLedger } from '../../src/domain/departments/unit-ledger.js';
import { checkLadders, ladderedPolicies as policies } from './model-ladders.js';
import { stages } from './model-words.js';
import type { CaseModel } from './case-model.js';
import type { RealCase } from './real-case.js';

/** What earlier checks of the same case saw. */
export interface Watched {
  /** Minutes that a revision of a clock had used up when it was last open. */
  readonly consumed: Map<string, number>;
}

/** Everything that must hold between a case and its model after each move. */
export function checkCase(model: CaseModel, real: RealCase, now: number, watched: Watched): void {
  const { opened } = real;
  const shown = {
    ...{ stage: opened.stage, status: opened.status, owner: opened.owner },
    ...{ unit: opened.dimensions.unit, category: opened.dimensions.category },
    ...{ priority: opened.priority, severity: opened.dimensions.severity },
  };
  const expected = {
    ...{ stage: model.stage, status: model.status, owner: model.owner },
    ...{ unit: model.unit, category: model.category },
    ...{ priority: model.priority, severity: model.severity },
  };
  expectSame(shown, expected);
  checkBeside(model, real);
  checkClocks(model, real);
  checkConsumed(real, now, watched);
  const next = earliestInstant(opened, policies);
  // Nothing that is due stays undecided: the one timer is armed for later.
  if (next !== undefined) expect(next).toBeGreaterThan(now);
}

/** Jest compares in a hundred times the time of a string; it shows the difference where there is one. */
function expectSame(told: unknown, expected: unknown): void {
  if (JSON.stringify(told) !== JSON.stringify(expected)) expect(told).toEqual(expected);
}

/** What goes on beside the work: orders, merges, what waits for a second person, what was never proven. */
function checkBeside(model: CaseModel, { opened }: RealCase): void {
  const { orders = [], problem, merged, duplicates = [], approvals = [], overrides = [] } = opened;
  const told = {
    orders: orders.map(({ kind, unit, dueAt, isOverdue = false }) => ({
      ...{ kind, unit, dueAt, isOverdue },
    })),
    accused: problem?.accused,
    ...{ into: merged?.caseId, duplicates: duplicates.map(({ caseId }) => caseId).sort() },
    approvals: approvals.map(({ command, by, isOverdue = false }) => ({ command, by, isOverdue })),
    overrides: overrides.map(({ stage }) => stage),
  };
  expectSame(told, {
    orders: model.orders.waiting,
    accused: model.orders.problem?.accused,
    ...{ into: model.merge.into, duplicates: [...model.merge.duplicates].sort() },
    approvals: model.approvals.waiting.map(({ command, by, isOverdue }) => {
      return { command, by, isOverdue };
    }),
    overrides: model.overridden,
  });
}

function checkClocks(model: CaseModel, { opened }: RealCase): void {
  const told = opened.clocks.map(({ clockId, kind, state, startedAt, dueAt, stoppedAt }) => ({
    ...{ clockId, kind, state, startedAt, dueAt, stoppedAt },
  }));
  const expected = model.clocks.all.map(
    ({ clockId, kind, state, startedAt, dueAt, stoppedAt }) => ({
      ...{ clockId, kind, state, startedAt, dueAt, stoppedAt },
    }),
  );
  expectSame(told, expected);
  if (opened.stage === 'closed') {
    expect(opened.clocks.filter(({ state }) => state === 'running' || state === 'paused')).toEqual(
      [],
    );
  }
}

/** What a clock has used up never becomes less while it goes on under the same terms. */
function checkConsumed({ opened }: RealCase, now: number, { consumed }: Watched): void {
  for (const clock of opened.clocks.filter(isOpenClock)) {
    const key = `${clock.clockId} ${clock.revision}`;
    const minutes = consumedMinutes(clock, now, calendarsOf(opened, clock, policies));
    const before = consumed.get(key) ?? 0;
    if (minutes < before) expect({ key, minutes }).toEqual({ key, minutes: before });
    consumed.set(key, minutes);
  }
}

/** Time per unit adds up to the life of the case, to the millisecond and in its minutes. */
function checkHolding(model: CaseModel, events: readonly CaseEvent[], now: number): void {
  const { spans, lifeMinutes } = unitLedger(events, now);
  const byUnit = new Map<string, number>();
  for (const { unit = 'no unit', from, to = now } of spans) {
    if (to > from) byUnit.set(unit, (byUnit.get(unit) ?? 0) + to - from);
  }
  const held = model.holding.upTo(now);
  expect(byUnit).toEqual(held.byUnit);
  expect([...byUnit.values()].reduce((sum, ms) => sum + ms, 0)).toBe(held.life);
  expect(spans.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(lifeMinutes);
}

/** What must hold of everything that ever happened to a case. */
export function checkEvents(model: CaseModel, { events, state }: RealCase, now: number): void {
  checkHolding(model, events, now);
  checkLadders(model, events, now);
  expect(JSON.parse(JSON.stringify(fold(noCase, events)))).toEqual(
    JSON.parse(JSON.stringify(state)),
  );
  const verdicts: string[] = [];
  const warnings: string[] = [];
  for (const { name, data } of events) {
    if (name === 'clockMet' || name === 'clockBreached') {
      verdicts.push(`${data.clockId} ${data.revision}`);
    }
    if (name === 'warningReached') {
      warnings.push(`${data.clockId} ${data.revision} ${data.threshold}`);
    }
    if (name === 'stageCompleted') {
      expect(stages.indexOf(data.next) - stages.indexOf(data.stage)).toBe(1);
    }
  }
  expect(new Set(verdicts).size).toBe(verdicts.length);
  expect(new Set(warnings).size).toBe(warnings.length);
}
