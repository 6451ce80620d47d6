import { describe, expect, it } from '@jest/globals';
import { by, context, open, received, run, sealed } from '../../../test/given-case.js';
import type { CaseCommand } from '../case-command.js';
import type { OpenedCase } from '../case-state.js';
import { decide, fold } from '../decide.js';
import { allCases, alsoShownTo, maySee } from './case-access.js';
import type { CaseAccess } from './case-access.js';

const of = (agentId: string, ...units: string[]): CaseAccess => ({ sees: 'own', agentId, units });
const caseAfter = (...commands: CaseCommand[]): OpenedCase => {
  const [first, ...others] = commands;
  const steps = others.map((one, index): [CaseCommand, number] => [one, received + index + 1]);
  return run([[first!, received], ...steps]).state as OpenedCase;
};
const transfer = (to: string): CaseCommand => ({ type: 'transfer', to, reason: 'expertise', by });
const accept = (owner: string): CaseCommand => ({ type: 'accept-transfer', owner, by });

describe('who sees a case', () => {
  const north = caseAfter(open({ owner: 'a-1' }));

  it('is its unit, every unit above it, its owner and whoever sees all', () => {
    expect(maySee(allCases, north)).toBe(true);
    expect(maySee(of('x', 'north'), north)).toBe(true);
    expect(maySee(of('x', 'hq', 'north', 'south'), north)).toBe(true);
    expect(maySee(of('a-1', 'south'), north)).toBe(true);
    expect(maySee(of('x', 'south'), north)).toBe(false);
    expect(maySee(of('x'), north)).toBe(false);
    expect(alsoShownTo(north)).toBeUndefined();
  });

  it('is everybody while no unit has it', () => {
    const nobodys = open();
    if (nobodys.type !== 'open') throw new Error('no complaint');
    const { unit: _, ...dimensions } = nobodys.complaint.dimensions;
    expect(maySee(of('x'), caseAfter(open({ dimensions })))).toBe(true);
  });

  it('is also the unit that gave it, before and after the other one accepts, until it is refused', () => {
    const pending = caseAfter(open(), transfer('south'));
    const accepted = caseAfter(open(), transfer('south'), accept('a-3'));
    const further = caseAfter(open(), transfer('south'), accept('a-3'), transfer('harbour'));
    for (const state of [pending, accepted, further]) {
      expect(maySee(of('x', 'north'), state)).toBe(true);
      expect(maySee(of('x', 'south'), state)).toBe(true);
      expect(maySee(of('x', 'east'), state)).toBe(false);
    }
    const refusal: CaseCommand = { type: 'refuse-transfer', reason: 'no-authority', by };
    const refused = caseAfter(open(), transfer('south'), refusal);
    expect(maySee(of('x', 'south'), refused)).toBe(false);
    expect(alsoShownTo(refused)).toBeUndefined();
  });

  it('is never whom it is about, nor the line above them, whatever else they are', () => {
    const accuse: CaseCommand = {
      type: 'name-accused',
      accused: ['a-1'],
      conflicted: ['a-1', 's-1'],
      by,
    };
    const state = caseAfter(open({ owner: 'a-1' }), accuse);
    expect(maySee(of('a-1', 'north'), state)).toBe(false);
    expect(maySee(of('s-1', 'hq', 'north'), state)).toBe(false);
    expect(maySee({ sees: 'all', agentId: 's-1' }, state)).toBe(false);
    expect(maySee({ sees: 'all', agentId: 'm-1' }, state)).toBe(true);
    expect(maySee(allCases, state)).toBe(true);
    expect(maySee(of('a-2', 'north'), state)).toBe(true);
  });

  it('is also the units that are asked for their part, until they answer, and the desk of the accused', () => {
    const dueAt = received + 86_400_000;
    const asks: CaseCommand = { type: 'co-handle', units: ['south'], dueAt, text: sealed, by };
    const asked = caseAfter(open(), asks);
    expect(maySee(of('x', 'south'), asked)).toBe(true);
    expect(maySee(of('x', 'east'), asked)).toBe(false);
    const orderId = asked.orders![0]!.id;
    const answer: CaseCommand = { type: 'answer-order', orderId, answer: sealed, by };
    const answered = fold(asked, decide(answer, asked, received + 5, context)) as OpenedCase;
    expect(maySee(of('x', 'south'), answered)).toBe(false);
    expect(alsoShownTo(answered)).toBeUndefined();
    const about = { accused: 'a-1', desk: 'east', followUpDays: 7, dueAt, text: sealed, by };
    const marked = caseAfter(open(), { type: 'mark-problem', ...about });
    expect(maySee(of('x', 'east'), marked)).toBe(true);
    expect(alsoShownTo(marked)).toEqual(['unit:east']);
  });

  it('is also whoever has a preventive action of it to do', () => {
    const dueAt = received + 86_400_000;
    const plan: CaseCommand = { type: 'plan-action', owner: 'a-9', dueAt, text: sealed, by };
    const planned = caseAfter(open(), plan);
    expect(maySee(of('a-9', 'south'), planned)).toBe(true);
    expect(maySee(of('a-8', 'south'), planned)).toBe(false);
  });
});
