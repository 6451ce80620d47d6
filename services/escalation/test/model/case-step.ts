import { expect } from '@jest/globals';
import type { Command } from 'fast-check';
import type { CaseCommand } from '../../src/domain/case-command.js';
import type { WorkStage } from '../../src/domain/case-state.js';
import type { SealedEvidence } from '../../src/domain/evidence/evidence-command.js';
import { by, sealed } from '../given-case.js';
import type { CaseModel } from './case-model.js';
import type { Refused } from './model-words.js';
import type { Move, Wait } from './move.js';
import { checkCase } from './check-case.js';
import type { Watched } from './check-case.js';
import { isCounting } from './model-clocks.js';
import type { RealCase } from './real-case.js';

/** The model with the time at which it is, and what was seen of the real case so far. */
export interface Played {
  readonly model: CaseModel;
  readonly receivedAt: number;
  readonly watched: Watched;
  now: number;
}

/** One move on both: they refuse the same, for the same reason, and look the same afterwards. */
export class CaseStep implements Command<Played, RealCase> {
  constructor(private readonly move: Move) {}

  check(): boolean {
    return true;
  }

  run(played: Played, real: RealCase): void {
    played.now = after(played, this.move.wait);
    const { model, now } = played;
    const [expected, refused] = this.ask(played, real);
    expect(refused).toBe(expected);
    checkCase(model, real, now, played.watched);
  }

  toString(): string {
    return JSON.stringify(this.move);
  }

  private ask({ model, now, receivedAt }: Played, real: RealCase): [Refused, Refused] {
    const { ask } = this.move;
    if ('acknowledge' in ask) {
      const alertId = real.opened.alerts[ask.acknowledge]?.id;
      model.apply({ type: 'tick' }, now);
      const command = {
        type: 'acknowledge-alert',
        alertId: alertId ?? 'none',
        by: 's-001',
      } as const;
      return [alertId ? undefined : 'not-found', real.send(command, now)];
    }
    if ('completeAction' in ask) {
      const actionId = real.opened.resolution?.actions?.[ask.completeAction]?.id ?? 'none';
      model.apply({ type: 'tick' }, now);
      const expected = model.completeAction(ask.completeAction);
      return [expected, real.send({ type: 'complete-action', actionId, by: 'a-8' }, now)];
    }
    if ('planIn' in ask) {
      const dueAt = now + 1 + ask.planIn;
      const command = { type: 'plan-action', owner: 'a-8', dueAt, text: sealed, by } as const;
      return [model.apply(command, now), real.send(command, now)];
    }
    if ('order' in ask) {
      const { order, index, by: who } = ask;
      const orderId = real.opened.orders?.[index]?.id ?? 'none';
      model.apply({ type: 'tick' }, now);
      const expected = model.orders.end(order, index, who);
      return [expected, real.send(endOf(order, orderId, who), now)];
    }
    if ('decide' in ask) {
      const { decide: outcome, index, by: who } = ask;
      const approvalId = real.opened.approvals?.[index]?.id ?? 'none';
      model.apply({ type: 'tick' }, now);
      const expected = model.approvals.decide(index, outcome, who);
      const decided = { type: 'decide-approval', approvalId, outcome, by: who } as const;
      return [expected, real.send({ ...decided, roles: ['supervisor'] }, now)];
    }
    if ('dueIn' in ask) {
      const command = { ...ask.command, dueAt: now + 1 + ask.dueIn } as CaseCommand;
      return [model.apply(command, now), real.send(command, now)];
    }
    const command =
      'goOn' in ask ? goingOn(ask, model) : toldAt(ask.command, receivedAt, now, ask.toldAgoMs);
    return [model.apply(command, now), real.send(command, now)];
  }
}

function endOf(how: 'answer' | 'decline' | 'drop', orderId: string, who: string): CaseCommand {
  switch (how) {
    case 'answer':
      return { type: 'answer-order', orderId, answer: sealed, by: who };
    case 'decline':
      return { type: 'decline-order', orderId, reason: 'not-responsible', by: who };
    case 'drop':
      return { type: 'drop-order', orderId, by: who };
  }
}

function after({ model, now }: Played, wait: Wait): number {
  if ('ms' in wait) return now + wait.ms;
  const counting = model.clocks.all.filter(isCounting);
  const clock = counting[wait.clock % Math.max(1, counting.length)];
  return Math.max(now, (clock?.dueAt ?? now) + wait.past);
}

function goingOn({ goOn, toTheEnd }: Extract<Move['ask'], { goOn: object }>, model: CaseModel) {
  const { stage, unit, category } = model;
  const order = Object.keys(goOn) as WorkStage[];
  const left = order.slice(Math.max(0, order.indexOf(stage as WorkStage)));
  const given = left.map((name): [WorkStage, SealedEvidence] => {
    const { evidence, texts } = goOn[name]!;
    if (name !== 'establish') return [name, { evidence, texts }];
    // It agrees with where the case is.
    const placed = {
      department: unit ?? 'north',
      ...(category !== 'unclassified' && { category }),
    };
    return [name, { evidence: { ...evidence, ...placed }, texts }];
  });
  const [first] = given;
  return toTheEnd
    ? ({ type: 'complete-stages', stages: Object.fromEntries(given), by } as const)
    : ({ type: 'complete-stage', stage: first![0], ...first![1], by } as const);
}

/** Nothing is told of the time before the complaint. */
function toldAt(command: CaseCommand, receivedAt: number, now: number, ago?: number): CaseCommand {
  if (ago === undefined) return command;
  return { ...command, at: Math.max(receivedAt, now - ago) } as CaseCommand;
}
