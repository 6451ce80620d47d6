import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  by,
  context,
  hour,
  names,
  open,
  policies,
  received,
  run,
  sealed,
  wayToResolved,
} from '../../../test/given-case.js';
import type { Given } from '../../../test/given-case.js';
import { earliestInstant } from '../case-clocks.js';
import type { CaseCommand } from '../case-command.js';
import type { OpenedCase } from '../case-state.js';
import { decide } from '../decide.js';
import { sendDelayMs } from './decide-messages.js';

const send: CaseCommand = {
  type: 'send-message',
  ...{ kind: 'interim', channel: 'email', text: sealed, by },
};
const tick: CaseCommand = { type: 'tick' };
const leavesAt = received + sendDelayMs;
const minute = hour / 60;
type Step = [CaseCommand, number];

const clock = ({ state }: Given, clockId: string) =>
  (state as OpenedCase).clocks.find((one) => one.clockId === clockId)!;
/** What happened when; ids are new in each run, and alerts are fewer after an outage. */
const facts = ({ events }: Given) =>
  events
    .filter(({ name }) => name !== 'alertRaised')
    .map(({ name, data }) => {
      const { at, clockId, sendAt } = data as Record<string, unknown>;
      return { name, at, clockId, sendAt };
    });

describe('a message to the customer', () => {
  it('is held for ten seconds, leaves once and counts as a contact', () => {
    const given = run([
      [
        open({
          dimensions: { category: 'billing', channel: 'web', severity: 'normal', tier: 'vip' },
        }),
        received,
      ],
      [send, received],
    ]);
    expect(names(given)).not.toContain('messageSent');
    expect(earliestInstant(given.state as OpenedCase, policies)).toBe(leavesAt);
    expect(decide(tick, given.state, leavesAt - 1, context)).toEqual([]);
    const left = run([
      [open(), received],
      [send, received],
      [tick, leavesAt],
      [tick, leavesAt + 1],
    ]);
    expect(names(left).filter((name) => name === 'messageSent')).toHaveLength(1);
    expect(names(left)).toEqual(expect.arrayContaining(['contactRecorded', 'clockMet']));
    expect(left.state).toMatchObject({ contacted: 'outbound' });
    expect(left.state).not.toHaveProperty('held');
  });

  it('can be taken back until it leaves, and not after', () => {
    const { state } = run([
      [open(), received],
      [send, received],
    ]);
    const messageId = (state as OpenedCase).held![0]!.id;
    const undo: CaseCommand = { type: 'undo-message', messageId, by };
    const undone = decide(undo, state, leavesAt - 1, context);
    expect(undone.map(({ name }) => name)).toEqual(['messageUndone']);
    expect(() => decide(undo, state, leavesAt, context)).toThrow(
      expect.objectContaining({ slug: 'illegal-transition' }),
    );
  });

  it('is taken back when the customer takes the complaint back, and cannot be written after', () => {
    const withdraw: CaseCommand = { type: 'withdraw', channel: 'phone', by };
    const given = run([
      [open(), received],
      [send, received],
      [withdraw, received + 5_000],
      [tick, leavesAt],
    ]);
    expect(names(given)).toContain('messageUndone');
    expect(names(given)).not.toContain('messageSent');
    expect(() => decide(send, given.state, leavesAt, context)).toThrow('withdrawn');
  });

  it('says which answer to a mass incident it is part of, where it is', () => {
    const incident = { caseId: 'c-1', answer: 'a-1' };
    const held = (command: CaseCommand) =>
      run([
        [open(), received],
        [command, received],
      ]).events.at(-1);
    expect(held({ ...send, incident } as CaseCommand)).toMatchObject({
      ...{ name: 'messageHeld', data: { incident } },
    });
    expect(held(send)!.data).not.toHaveProperty('incident');
  });

  it('leaves later when it is meant to, of a closed case too, where it answers no clock', () => {
    const later = { ...send, sendAt: received + 3 * hour };
    const given = run([
      [open(), received],
      [later, received],
      ...wayToResolved(received + hour),
      [{ type: 'close', reason: 'customer-informed', by }, received + 2 * hour],
      [tick, received + 3 * hour],
    ]);
    expect(names(given).at(-1)).toBe('messageSent');
    expect(given.state).toMatchObject({ stage: 'closed', status: 'closed' });
    expect(earliestInstant(given.state as OpenedCase, policies)).toBeUndefined();
  });

  it('answers a promise in time although nobody looked until long after', () => {
    const { dueAt } = clock(run([[open(), received]]), 'acknowledge');
    const inTime = run([
      [open(), received],
      [{ ...send, sendAt: dueAt }, received],
      [tick, dueAt + 48 * hour],
    ]);
    expect(clock(inTime, 'acknowledge').state).toBe('met');
    const late = run([
      [open(), received],
      [{ ...send, sendAt: dueAt + 2 }, received],
      [tick, dueAt + 48 * hour],
    ]);
    expect(clock(late, 'acknowledge').state).toBe('breached');
  });

  it('has the same facts however often time was looked at', () => {
    const instants = fc.array(fc.integer({ min: 0, max: 72 * 60 }), { maxLength: 8 });
    fc.assert(
      fc.property(instants, instants, (sends, looks) => {
        const at = (minutes: number) => received + minutes * minute;
        const held: Step[] = sends.map((minutes) => [
          { ...send, sendAt: at(minutes) },
          received + 1,
        ]);
        const ticks = looks.map((minutes): Step => [tick, at(minutes)]);
        const inOrder = ticks.sort((a, b) => a[1] - b[1]);
        const end: Step = [tick, at(72 * 60) + hour];
        const once = run([[open(), received], ...held, end]);
        const often = run([[open(), received], ...held, ...inOrder, end]);
        expect(facts(often)).toEqual(facts(once));
      }),
    );
  });
});
