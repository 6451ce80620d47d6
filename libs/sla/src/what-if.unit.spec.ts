import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { explainedClocks } from '../test/explained-clocks.js';
import { formatBudget, parseBudget } from './budget-text.js';
import { defaultPolicy } from './default-policy.js';
import { explainSentence } from './explain-words.js';
import type { Policy } from './policy.js';
import { fromRecordedCells, toRecordedCells } from './recorded-clock.js';
import type { RecordedClock } from './recorded-clock.js';
import { WhatIf } from './what-if.js';

const at = (text: string) => Date.parse(text);
const policy: Policy = {
  ...defaultPolicy,
  rules: [
    {
      id: 'urgent',
      match: { category: ['leak'] },
      clocks: [
        {
          kind: 'resolution',
          budget: { unit: 'elapsed-minutes', minutes: 120 },
          calendar: 'always',
          warnings: [0.5],
        },
      ],
    },
    {
      id: 'rest',
      match: {},
      clocks: [
        {
          kind: 'resolution',
          budget: { unit: 'working-minutes', minutes: 8 * 60 },
          calendar: 'office',
          warnings: [0.5],
          pauses: ['awaiting-customer'],
        },
      ],
    },
  ],
};
const recorded = (changes: Partial<RecordedClock> = {}): RecordedClock => ({
  caseId: 'case-1',
  kind: 'resolution',
  facts: { category: 'billing', severity: 'normal', tier: 'standard', channel: 'phone' },
  startedAt: at('2026-01-05T10:00+08:00'),
  stoppedAt: at('2026-01-06T09:30+08:00'),
  dueAt: at('2026-01-05T18:00+08:00'),
  verdict: 'breached',
  ...changes,
});
const replay = (...clocks: RecordedClock[]) => {
  const whatIf = new WhatIf({ policy, now: at('2026-02-01T00:00Z') });
  for (const clock of clocks) whatIf.add(clock);
  return whatIf.result();
};

describe('what if', () => {
  it('counts verdicts before and after by kind and dimension, and lists what flips', () => {
    const leak = { category: 'leak', severity: 'high', tier: 'vip', channel: 'web' };
    const result = replay(
      recorded(),
      recorded({ caseId: 'case-2', facts: leak, verdict: 'met' }),
      recorded({ caseId: 'case-3', stoppedAt: at('2026-01-05T11:00+08:00'), verdict: 'met' }),
      recorded({ caseId: 'case-4', verdict: 'cancelled' }),
      recorded({ caseId: 'case-5', kind: 'acknowledge' }),
    );
    expect(result).toMatchObject({ clocks: 4, cancelled: 1, toMet: 1, toBreached: 1 });
    expect(result.groups.find(({ value }) => value === 'billing')).toMatchObject({
      ...{ kind: 'acknowledge', clocks: 1, simulated: { none: 1 } },
    });
    expect(
      result.groups.filter(({ kind, dimension }) => kind === 'resolution' && dimension === 'all'),
    ).toMatchObject([
      {
        ...{ clocks: 3, recorded: { met: 2, breached: 1 }, toMet: 1, toBreached: 1 },
        simulated: { met: 2, breached: 1, warned: 2 },
      },
    ]);
    expect(result.flips.map(({ recorded: { caseId }, verdict }) => [caseId, verdict])).toEqual([
      ['case-1', 'met'],
      ['case-2', 'breached'],
    ]);
    expect(explainSentence(result.flips[1]!.explanation, 'en')).toBe(
      'Breached Mon 5 Jan 2026 12:00 (Shanghai), done Tue 6 Jan 2026 09:30, 21 h 30 min late: ' +
        '2 hours around the clock from Mon 5 Jan 10:00 on calendar always@1; 23 h 30 min of 2 h used.',
    );
  });

  it('honours the pauses that the policy allows, and no others', () => {
    const paused = (reason: 'awaiting-customer' | 'force-majeure') =>
      recorded({
        stoppedAt: at('2026-01-06T12:00+08:00'),
        pauses: [{ from: at('2026-01-05T10:00+08:00'), to: at('2026-01-05T14:00+08:00'), reason }],
      });
    expect(replay(paused('awaiting-customer'))).toMatchObject({ toMet: 1 });
    expect(replay(paused('force-majeure'))).toMatchObject({ toMet: 0 });
  });

  it('keeps no more flips than it was asked for, and counts them all', () => {
    const whatIf = new WhatIf({ policy, now: 0, mostFlips: 2 });
    for (let index = 0; index < 5; index += 1) whatIf.add(recorded());
    expect(whatIf.result()).toMatchObject({ toMet: 5, flips: { length: 2 } });
  });

  it('gives a clock the due instant that it had under the same budget', () => {
    fc.assert(
      fc.property(explainedClocks, ({ calendar, clock }) => {
        const same = new WhatIf({
          now: clock.dueAt + 1,
          policy: {
            ...{ id: 'same', version: 1, calendars: [calendar.spec] },
            rules: [
              {
                ...{ id: 'rest', match: {} },
                clocks: [
                  {
                    ...{ kind: 'resolution', budget: clock.budget, calendar: calendar.spec.id },
                    warnings: [0.5],
                  },
                ],
              },
            ],
          },
        });
        const { startedAt, dueAt, pauses } = clock;
        const row = recorded({ startedAt, dueAt, pauses: [...(pauses ?? [])], verdict: 'met' });
        same.add({ ...row, stoppedAt: dueAt });
        same.add({ ...row, stoppedAt: dueAt + 1 });
        const { toBreached, flips } = same.result();
        expect([toBreached, flips[0]?.dueAt]).toEqual([1, dueAt]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('recorded clocks as rows', () => {
  it('say the same when they are read again', () => {
    const clock = recorded({
      stage: 'listen',
      number: '2026-0000001-1',
      extensions: [{ unit: 'calendar-days', days: 30 }],
      pauses: [
        { from: at('2026-01-05T10:00Z'), to: at('2026-01-05T11:00Z'), reason: 'disputed-facts' },
        { from: at('2026-01-05T12:00Z'), reason: 'awaiting-customer' },
      ],
    });
    expect(fromRecordedCells(toRecordedCells(clock))).toEqual(clock);
  });

  it('name the column that can’t be read', () => {
    const cells = toRecordedCells(recorded());
    expect(() => fromRecordedCells({ ...cells, dueAt: 'soon' })).toThrow('dueAt: soon is no');
    expect(() => fromRecordedCells({ ...cells, verdict: '' })).toThrow('verdict: is one of');
    expect(() => fromRecordedCells({ ...cells, pauses: '2026/2027/lunch' })).toThrow('lunch');
  });
});

describe('budgets as text', () => {
  it.each(['90m', '5d', '5d-end', '15cd', '15cd-roll', '30em'])('reads and writes %s', (text) => {
    expect(formatBudget(parseBudget(text)!)).toBe(text);
  });
  it.each(['', '0h', '-3d', '1.5d', '8', '8x', 'h'])('refuses "%s"', (text) => {
    expect(parseBudget(text)).toBeUndefined();
  });
});
