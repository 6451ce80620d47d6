import { describe, expect, it } from '@jest/globals';
import {
  evidence,
  hour,
  names,
  open,
  received,
  resolve,
  run,
  sealed,
} from '../../../test/given-case.js';
import type { CaseCommand } from '../case-command.js';
import type { OpenedCase } from '../case-state.js';

const dimensions = {
  category: 'leak',
  channel: 'phone' as const,
  severity: 'normal' as const,
  tier: 'standard' as const,
  unit: 'north',
};
const opened: [CaseCommand, number] = [open({ dimensions }), received];
const transfer = (to: string): CaseCommand => ({
  type: 'transfer',
  to,
  reason: 'on-site-work',
  by: 'a-7',
});
const accept = (owner = 'a-8'): CaseCommand => ({ type: 'accept-transfer', owner, by: owner });
const refuse: CaseCommand = { type: 'refuse-transfer', reason: 'not-responsible', by: 'a-8' };
const handBack: CaseCommand = { type: 'hand-back', result: sealed, by: 'a-8' };
const after = (...commands: CaseCommand[]) =>
  run([
    opened,
    ...commands.map((one, index): [CaseCommand, number] => [one, received + (index + 1) * hour]),
  ]);
const clock = (state: unknown, id = 'department') =>
  (state as OpenedCase).clocks.find(({ clockId }) => clockId === id);

describe('transfers between units', () => {
  it('gives the case to the other unit with a clock of its own, and leaves its owner until one accepts', () => {
    const given = after(transfer('south'));
    expect(given.state).toMatchObject({ owner: 'a-7', dimensions: { unit: 'south' } });
    expect(clock(given.state)).toMatchObject({ state: 'running', startedAt: received + hour });
    const accepted = after(transfer('south'), accept());
    expect(accepted.state).toMatchObject({ owner: 'a-8', dimensions: { unit: 'south' } });
    expect(clock(accepted.state)).toMatchObject({ state: 'running' });
  });

  it('goes back when it is refused, its clock without a verdict', () => {
    const given = after(transfer('south'), refuse);
    expect(given.state).toMatchObject({
      owner: 'a-7',
      dimensions: { unit: 'north' },
      departments: { route: [], refusals: 1 },
    });
    expect(clock(given.state)).toMatchObject({ state: 'cancelled' });
  });

  it('is taken back by who asked until somebody decides, and counts as no refusal', () => {
    const withdraw: CaseCommand = { type: 'withdraw-transfer', by: 'a-7' };
    const given = after(transfer('south'), refuse, transfer('south'), withdraw);
    expect(given.state).toMatchObject({
      ...{ owner: 'a-7', dimensions: { unit: 'north' } },
      departments: { route: [], refusals: 1 },
    });
    expect(clock(given.state, 'department#2')).toMatchObject({ state: 'cancelled' });
    expect(() => after(withdraw)).toThrow(/no transfer of the case waits/);
    expect(() => after(transfer('south'), accept(), withdraw)).toThrow(/no transfer of the case/);
  });

  it('keeps the verdict of a clock that was breached before the refusal', () => {
    const given = run([
      opened,
      [transfer('south'), received + hour],
      [refuse, received + 400 * hour],
    ]);
    expect(clock(given.state)).toMatchObject({
      state: 'breached',
      stoppedAt: received + 400 * hour,
    });
  });

  it('is refused twice in a row at most; an acceptance counts from nothing again', () => {
    const twice = [transfer('south'), refuse, transfer('south'), refuse];
    expect(() => after(...twice, transfer('south'), refuse)).toThrow(/2 times, which is the limit/);
    const again = after(...twice, transfer('south'), accept(), handBack, transfer('south'), refuse);
    expect(again.state).toMatchObject({ departments: { refusals: 1 } });
  });

  it('comes back with a result to who sent it, unit by unit, each clock answered', () => {
    const there = [transfer('south'), accept(), transfer('south-harbour'), accept('a-9')];
    const given = after(...there, handBack);
    expect(given.state).toMatchObject({ owner: 'a-8', dimensions: { unit: 'south' } });
    const home = after(...there, handBack, handBack);
    expect(home.state).toMatchObject({
      owner: 'a-7',
      dimensions: { unit: 'north' },
      departments: { route: [] },
    });
    expect(clock(home.state)).toMatchObject({ state: 'met' });
    expect(clock(home.state, 'department#2')).toMatchObject({
      state: 'met',
      linkedTo: 'department',
    });
  });

  it('is decided about by the unit before anybody transfers, gives back or resolves', () => {
    const waiting = /south has yet to accept or refuse/;
    expect(() => after(transfer('south'), transfer('hq'))).toThrow(waiting);
    expect(() => after(transfer('south'), handBack)).toThrow(waiting);
    const stages = ['control', 'listen', 'establish', 'apologise'].map((stage) => evidence[stage]!);
    expect(() => after(...stages, transfer('south'), resolve)).toThrow(waiting);
  });

  it('answers the clock of the unit that resolves the case', () => {
    const stages = ['control', 'listen', 'establish', 'apologise'].map((stage) => evidence[stage]!);
    const given = after(transfer('south'), accept(), ...stages, resolve);
    expect(names(given)).toContain('resolved');
    expect(clock(given.state)).toMatchObject({ state: 'met' });
  });

  it.each([
    ['to the unit that has it', [transfer('north')], /with north already/],
    ['that nobody asked for is not accepted', [accept()], /no transfer of the case waits/],
    ['that nobody asked for is not refused', [refuse], /no transfer of the case waits/],
    ['that never was is not given back', [handBack], /nobody transferred the case/],
  ] as const)('%s', (_title, commands, message) => {
    expect(() => after(...commands)).toThrow(message);
  });
});
