import { describe, expect, it } from '@jest/globals';
import { evidence, hour, open, received, run } from '../../test/given-case.js';
import type { CaseCommand } from '../domain/case-command.js';
import type { OpenedCase } from '../domain/case-state.js';
import { clockOf, matterOf, threatsInWords } from './alert-matter.js';

const opened: [CaseCommand, number] = [open(), received];
const stateOf = (...steps: [CaseCommand, number][]) => run([opened, ...steps]).state as OpenedCase;

describe('what an alert is about', () => {
  it('is an order by its kind and its unit, while the case knows it', () => {
    const order = { id: 'o', kind: 'co-handling', unit: 'hq', dueAt: 5, by: 'a-7' } as const;
    expect(matterOf({ orders: [order] }, 5)).toEqual({
      zh: 'hq 的会办单已逾期',
      en: 'An order to take part, given to hq, is late',
    });
    expect(matterOf({ orders: [order] }, 6)).toBeUndefined();
  });

  it('is a preventive action by who promised it', () => {
    const action = { id: 'p', owner: 'a-9', dueAt: 5, status: 'overdue' } as const;
    expect(matterOf({ resolution: { actions: [action] } }, 5)?.en).toBe(
      'A preventive action of a-9 is late',
    );
  });

  it('is everybody who had something to do by that instant, as nothing says whose is meant', () => {
    const order = { id: 'o', kind: 'co-handling', dueAt: 5, by: 'a-7' } as const;
    const units = ['south', 'hq', 'south'].map((unit) => ({ ...order, unit }));
    const others = { ...order, kind: 'supervision', unit: 'north' } as const;
    const action = { dueAt: 5, status: 'overdue' } as const;
    const actions = ['a-9', 'a-8'].map((owner) => ({ ...action, id: owner, owner }));
    const done = { ...action, id: 'a-7', owner: 'a-7', status: 'done' } as const;
    const known = {
      orders: [{ ...order, unit: 'east', dueAt: 6 }, ...units, others],
      resolution: { actions: [done, ...actions] },
    };
    expect(matterOf(known, 5)).toEqual({
      zh: 'south、hq 的会办单已逾期；north 的督办单已逾期；a-9、a-8 的预防措施已逾期',
      en:
        'An order to take part, given to south and hq, is late; ' +
        'An order of supervision, given to north, is late; ' +
        'A preventive action of a-9 and a-8 is late',
    });
  });

  it('is what the customer threatens with', () => {
    expect(threatsInWords(['media', 'legal'])).toEqual({
      zh: '客户扬言找媒体、起诉',
      en: 'The complaint threatens with the media, legal action',
    });
    expect(threatsInWords([])).toBeUndefined();
  });

  it('is a clock that tells when it stopped, however late', () => {
    const late = received + 30 * 24 * hour;
    const state = stateOf([{ type: 'tick' }, late], [evidence['control']!, late + hour]);
    const clock = state.clocks.find(({ stoppedAt }) => stoppedAt !== undefined)!;
    expect(clockOf(state, clock.kind, clock.dueAt)).toMatchObject({
      ...{ state: 'breached', stoppedAt: late + hour },
    });
    expect(clockOf(state, clock.kind, clock.dueAt + 1)).toBeUndefined();
  });
});
