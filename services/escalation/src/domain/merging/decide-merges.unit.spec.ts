import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  by,
  context,
  evidence,
  hour,
  names,
  open,
  received,
  run,
  wayToResolved,
} from '../../../test/given-case.js';
import { earliestInstant, isOverdue } from '../case-clocks.js';
import type { CaseCommand } from '../case-command.js';
import type { OpenedCase } from '../case-state.js';
import { decide, fold } from '../decide.js';

const day = 24 * hour;
const into = {
  caseId: '019aafe0-0000-7000-8000-00000000c009',
  number: '2026-0000122-6',
  receivedAt: received - day,
};
const duplicate = { caseId: into.caseId, number: into.number };
const merge: CaseCommand = { type: 'merge', into, reason: 'same-matter', by };
const unmerge: CaseCommand = { type: 'unmerge', reason: 'other-matter', by };
const opened: [CaseCommand, number] = [open(), received];
const stateOf = (steps: [CaseCommand, number][]) => run([opened, ...steps]).state as OpenedCase;
const running = ({ clocks }: OpenedCase) =>
  clocks.filter(({ state }) => state === 'running' || state === 'paused');

describe('a duplicate', () => {
  it('ends as merged, with nothing that runs and no timer, and says where the work goes on', () => {
    const state = stateOf([[merge, received + hour]]);
    expect(state).toMatchObject({
      stage: 'closed',
      status: 'merged',
      merged: { ...duplicate, stage: 'control', undoUntil: received + hour + 30 * day },
    });
    expect(running(state)).toEqual([]);
    expect(earliestInstant(state, context.policies)).toBeUndefined();
  });

  it('is not overdue any more, however late it was', () => {
    const late: [CaseCommand, number] = [{ type: 'tick' }, received + 10 * day];
    expect(isOverdue(stateOf([late]))).toBe(true);
    expect(isOverdue(stateOf([late, [merge, received + 10 * day]]))).toBe(false);
  });

  it('takes no work while it is merged; notes and callbacks it does', () => {
    const merged: [CaseCommand, number] = [merge, received + hour];
    for (const command of [
      evidence['control']!,
      { type: 'assign', owner: 'a-8', by } as const,
      { type: 'reopen', reason: 'new-facts', by } as const,
      { type: 'withdraw', channel: 'phone', by } as const,
      { type: 'change-priority', priority: 'high', by } as const,
      merge,
    ]) {
      expect(() => stateOf([merged, [command, received + 2 * hour]])).toThrow(/2026-0000122-6/);
    }
    const feedback: CaseCommand = {
      ...{ type: 'note-feedback', source: 'callback', sourceId: 'c', outcome: 'reached' },
      satisfied: false,
    };
    expect(stateOf([merged, [feedback, received + 2 * hour]]).status).toBe('merged');
  });

  it('is refused as one that came first, that has ended, or that others were merged into', () => {
    const later = { ...into, receivedAt: received + 1 };
    expect(() => stateOf([[{ ...merge, into: later } as CaseCommand, received + hour]])).toThrow(
      /merge that one into this one/,
    );
    const withdraw: CaseCommand = { type: 'withdraw', channel: 'phone', by };
    expect(() =>
      stateOf([
        [withdraw, received],
        [merge, received + 1],
      ]),
    ).toThrow(/withdrawn already/);
    const joined: CaseCommand = { type: 'join-duplicate', duplicate, by };
    expect(() =>
      stateOf([
        [joined, received],
        [merge, received + 1],
      ]),
    ).toThrow(/was merged into this case/);
  });

  it('stands where it stood when that is undone, whatever it was doing', () => {
    const steps = [
      ...wayToResolved(received + hour),
      [{ type: 'pause', reason: 'awaiting-customer', by }, received + hour],
      [{ type: 'change-priority', priority: 'critical', by }, received + hour],
    ] as [CaseCommand, number][];
    fc.assert(
      fc.property(fc.subarray(steps), fc.integer({ min: 0, max: 29 }), (chosen, days) => {
        const done = chosen.filter((_, index) => {
          try {
            return Boolean(run([opened, ...chosen.slice(0, index + 1)]));
          } catch {
            return false;
          }
        });
        const before = stateOf(done);
        const merged = fold(before, decide(merge, before, received + hour, context)) as OpenedCase;
        const at = received + hour + days * day;
        const tick = (state: OpenedCase) =>
          fold(state, decide({ type: 'tick' }, state, at, context)) as OpenedCase;
        const undone = fold(merged, decide(unmerge, merged, at, context)) as OpenedCase;
        const { alerts: _, climbs: _climbs, ...found } = undone;
        const { alerts: _alerts, climbs: _ladder, ...expected } = tick(before);
        expect(found).toEqual(expected);
      }),
    );
  });

  it('is breached at its due instant when that passed meanwhile, as a verdict never depends on who looked', () => {
    const given = run([opened, [merge, received + 1], [unmerge, received + 20 * day]]);
    const breaches = given.events.filter(({ name }) => name === 'clockBreached');
    const state = given.state as OpenedCase;
    expect(breaches.length).toBeGreaterThan(0);
    for (const { data } of breaches) {
      const { clockId, at } = data as { clockId: string; at: string };
      const clock = state.clocks.find((one) => one.clockId === clockId)!;
      expect(Date.parse(at)).toBe(clock.dueAt);
    }
    expect(names(given).indexOf('unmerged')).toBeLessThan(names(given).indexOf('clockBreached'));
  });

  it('can be taken out for thirty days, and once', () => {
    const until = received + 30 * day;
    const merged: [CaseCommand, number] = [merge, received];
    expect(stateOf([merged, [unmerge, until]]).status).not.toBe('merged');
    expect(() => stateOf([merged, [unmerge, until + 1]])).toThrow(/it could be undone until/);
    expect(() => stateOf([merged, [unmerge, received + 1], [unmerge, received + 2]])).toThrow(
      /not merged/,
    );
  });
});

describe('the case that goes on', () => {
  const joined: [CaseCommand, number] = [{ type: 'join-duplicate', duplicate, by }, received + 1];

  it('knows its duplicates until they are taken out', () => {
    expect(stateOf([joined])).toMatchObject({ duplicates: [duplicate], status: 'open' });
    const released: CaseCommand = { type: 'release-duplicate', duplicate, by };
    expect(stateOf([joined, [released, received + 2]])).not.toHaveProperty('duplicates');
  });

  it('is kept from whom its duplicates are kept from, and they from whom it is kept from', () => {
    const accused = (agents: string[], line: string[]) => ({
      ...{ accused: agents, conflicted: [...agents, ...line] },
    });
    const named: CaseCommand = { type: 'name-accused', ...accused(['a-7'], ['s-2']), by };
    const about = { ...duplicate, conflict: accused(['a-8'], ['s-3']) };
    const joins: CaseCommand = { type: 'join-duplicate', duplicate: about, by };
    const both = { accused: ['a-7', 'a-8'], conflicted: ['a-7', 'a-8', 's-2', 's-3'] };
    const joinedTwice = run([
      opened,
      [named, received],
      [joins, received + 1],
      [joins, received + 2],
    ]);
    expect(joinedTwice.state).toMatchObject({ conflict: both });
    expect(names(joinedTwice).filter((name) => name === 'accusedNamed')).toHaveLength(2);
    const merging = { ...merge, into: { ...into, conflict: about.conflict } } as CaseCommand;
    expect(
      stateOf([
        [named, received],
        [merging, received + 1],
      ]),
    ).toMatchObject({ conflict: both });
    expect(stateOf([joined])).not.toHaveProperty('conflict');
    // Whoever turns out to be meant later is kept from what was merged, too.
    const later = stateOf([
      [merge, received],
      [named, received + 1],
    ]);
    expect(later).toMatchObject({ status: 'merged', conflict: { accused: ['a-7'] } });
  });

  it('is one that is worked on', () => {
    const withdraw: CaseCommand = { type: 'withdraw', channel: 'phone', by };
    expect(() => stateOf([[withdraw, received], joined])).toThrow(/nobody works on it/);
  });
});
