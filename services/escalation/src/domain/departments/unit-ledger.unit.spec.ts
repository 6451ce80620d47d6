import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  newId,
  open,
  policies,
  received,
  run,
  sealed,
  wayToResolved,
} from '../../../test/given-case.js';
import type { CaseCommand } from '../case-command.js';
import type { CaseEvent } from '../case-event.js';
import { noCase } from '../case-state.js';
import type { CaseState } from '../case-state.js';
import { decide, fold } from '../decide.js';
import { minutesByUnit, unitLedger } from './unit-ledger.js';

const by = 'a-7';
const moves: CaseCommand[] = [
  ...['north', 'south', 'hq'].map((to): CaseCommand => ({
    type: 'transfer',
    to,
    reason: 'expertise',
    by,
  })),
  { type: 'accept-transfer', owner: 'a-8', by },
  { type: 'refuse-transfer', reason: 'other', by },
  { type: 'hand-back', result: sealed, by },
  { type: 'assign', owner: 'a-9', by },
  { type: 'record-history', outcome: 'resolved' },
  { type: 'record-history', outcome: 'withdrawn' },
  { type: 'reopen', reason: 'new-facts', by },
];

/** What of the moves the case accepted, each some milliseconds after the one before. */
function play(steps: readonly (readonly [number, number])[]) {
  let state: CaseState = noCase;
  let now = received;
  const events: CaseEvent[] = [];
  const execute = (command: CaseCommand) => {
    const decided = decide(command, state, now, { policies, newId });
    state = fold(state, decided);
    events.push(...decided);
  };
  execute(open());
  for (const [move, wait] of steps) {
    now += wait;
    try {
      execute(moves[move]!);
    } catch {
      // Refused: the case stays as it is.
    }
  }
  return { events, now };
}

describe('who had a case for how long', () => {
  it('says every unit and owner, and what each consumed', () => {
    const minute = 60_000;
    const { events } = run([
      [open(), received],
      [moves[1]!, received + 10 * minute],
      [moves[3]!, received + 25 * minute],
      [moves[5]!, received + 85.5 * minute],
    ]);
    const ledger = unitLedger(events, received + 100 * minute);
    expect(ledger.spans.map(({ unit, owner, minutes }) => [unit, owner, minutes])).toEqual([
      ['north', 'a-7', 10],
      ['south', 'a-7', 15],
      ['south', 'a-8', 60],
      ['north', 'a-7', 15],
    ]);
    expect(minutesByUnit(ledger)).toEqual([
      { unit: 'north', minutes: 25 },
      { unit: 'south', minutes: 75 },
    ]);
    expect(ledger.lifeMinutes).toBe(100);
  });

  it('follows the case to the unit that was agreed to be responsible', () => {
    const [opened] = run([[open(), received]]).events;
    const agreed: CaseEvent = {
      name: 'stageCompleted',
      data: {
        ...{ caseId: 'c', at: new Date(received + 600_000).toISOString(), by, texts: {} },
        ...{ stage: 'establish', next: 'apologise', evidence: { department: 'south' } },
      },
    };
    const { spans } = unitLedger([opened!, agreed], received + 900_000);
    expect(spans.map(({ unit, minutes }) => [unit, minutes])).toEqual([
      ['north', 10],
      ['south', 5],
    ]);
  });

  it('goes on through a reopening of a case that was resolved and never closed', () => {
    const { events } = run([
      [open(), received],
      ...wayToResolved(received + 600_000),
      [{ type: 'reopen', reason: 'not-settled', by }, received + 1_200_000],
    ]);
    const { spans, lifeMinutes } = unitLedger(events, received + 1_800_000);
    expect(spans).toMatchObject([{ unit: 'north', from: received, minutes: 30 }]);
    expect(lifeMinutes).toBe(30);
  });

  it('adds up to the life of the case whatever happens to it, with no gap but those between an end and a reopening', () => {
    const step = fc.tuple(
      fc.integer({ min: 0, max: moves.length - 1 }),
      fc.integer({ min: 0, max: 7_300_000 }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const { events, now } = play(steps);
        const { spans, lifeMinutes } = unitLedger(events, now);
        expect(spans.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(lifeMinutes);
        spans.forEach(({ from, to = now, minutes }, index) => {
          expect(Math.abs((to - from) / 60_000 - minutes)).toBeLessThan(1);
          const before = spans[index - 1]?.to ?? received;
          if (from === before) return;
          const happened = (what: string, at: number) =>
            events.some(({ name, data }) => name === what && Date.parse(data.at) === at);
          expect([happened('withdrawn', before), happened('reopened', from)]).toEqual([true, true]);
        });
      }),
      { numRuns: 300 },
    );
  });
});
