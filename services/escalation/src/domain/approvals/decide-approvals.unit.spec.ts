import { describe, expect, it } from '@jest/globals';
import { approvalCommand, caseCommandBodies } from '#contracts';
import type { ApprovalCommandName, Role } from '#contracts';
import { defaultPolicy, fourEyesCommands } from '#sla';
import type { FourEyesRule } from '#sla';
import {
  by,
  context,
  hour,
  newId,
  open,
  policies,
  received,
  run,
  sealed,
  wayToResolved,
} from '../../../test/given-case.js';
import { earliestInstant } from '../case-clocks.js';
import type { CaseCommand } from '../case-command.js';
import type { OpenedCase } from '../case-state.js';
import { decide, fold } from '../decide.js';
import { PolicyBook } from '../policy-book.js';
import { fourEyesOf } from './decide-approvals.js';

const close: CaseCommand = { type: 'close', reason: 'customer-informed', by };
const withdraw: CaseCommand = { type: 'withdraw', channel: 'phone', by };
const ask = (proposed: CaseCommand, more: object = {}): CaseCommand => ({
  ...{ type: 'ask-approval', command: proposed.type as ApprovalCommandName, proposed },
  ...{ decides: 'supervisor', input: sealed, by, ...more },
});
const answer = (
  state: OpenedCase,
  outcome: 'approved' | 'refused',
  who: string,
  ...roles: Role[]
): CaseCommand => ({
  ...{ type: 'decide-approval', approvalId: state.approvals![0]!.id, outcome, by: who, roles },
});
const after = (...commands: CaseCommand[]) =>
  run([
    [open(), received],
    ...wayToResolved(received),
    ...commands.map((one, index): [CaseCommand, number] => [one, received + hour + index]),
  ]).state as OpenedCase;
const decided = (command: CaseCommand, state: OpenedCase) =>
  decide(command, state, received + 2 * hour, context);
const refused = (slug: string, detail: RegExp) =>
  expect.objectContaining({ slug, message: expect.stringMatching(detail) });

describe('a command that wants a second person', () => {
  it('does nothing until somebody else agrees, and then waits no more', () => {
    const asked = after(ask(close));
    expect(asked).toMatchObject({
      status: 'resolved',
      approvals: [{ command: 'close', decides: 'supervisor', by }],
    });
    const events = decided(answer(asked, 'approved', 's-1', 'supervisor'), asked);
    expect(events).toMatchObject([
      { name: 'approvalDecided', data: { command: 'close', outcome: 'approved', by: 's-1' } },
    ]);
    const agreed = fold(asked, events) as OpenedCase;
    expect(agreed).not.toHaveProperty('approvals');
    expect(fold(agreed, decided(close, agreed))).toMatchObject({ status: 'closed' });
  });

  it('asks nobody for what would change nothing', () => {
    const amend = (category: string): CaseCommand => ({
      ...{ type: 'amend-codes', category, reason: 'mis-keyed', by },
    });
    const opened = run([[open(), received]]).state;
    expect(decide(ask(amend('billing')), opened, received, context)).toEqual([]);
    expect(decide(ask(amend('leak')), opened, received, context)).toMatchObject([
      { name: 'approvalAsked', data: { command: 'amend-codes' } },
    ]);
  });

  it('is refused at once where it would be refused anyway, with all that is missing', () => {
    const opened = run([[open(), received]]).state;
    expect(() => decide(ask(close), opened, received, context)).toThrow(
      expect.objectContaining({ slug: 'missing-evidence' }),
    );
    expect(() => after(withdraw, ask(close))).toThrow(refused('illegal-transition', /withdrawn/));
  });

  it('is asked for once, until that is decided', () => {
    expect(() => after(ask(close), ask(close))).toThrow(
      refused('illegal-transition', /a-7 asked for close at .* waits for a decision/),
    );
    expect(after(ask(close), ask(withdraw)).approvals).toHaveLength(2);
  });

  it('is agreed to by nobody who asked for it, and by nobody of a lesser role', () => {
    const asked = after(ask(close, { decides: 'manager' }));
    expect(() => decided(answer(asked, 'approved', by, 'admin'), asked)).toThrow(
      refused('forbidden', /somebody else/),
    );
    for (const outcome of ['approved', 'refused'] as const) {
      expect(() => decided(answer(asked, outcome, 's-1', 'supervisor'), asked)).toThrow(
        refused('forbidden', /a manager decides/),
      );
      expect(decided(answer(asked, outcome, 'm-1', 'manager'), asked)).toHaveLength(1);
    }
    const unknown: CaseCommand = { ...answer(asked, 'approved', 's-1', 'admin') };
    expect(() => decided({ ...unknown, approvalId: newId() } as CaseCommand, asked)).toThrow(
      refused('not-found', /nothing of this id/),
    );
  });

  it('is taken back by whoever asked for it, whatever their role', () => {
    const asked = after(ask(close));
    const left = fold(asked, decided(answer(asked, 'refused', by, 'agent'), asked));
    expect(left).not.toHaveProperty('approvals');
    expect(left).toMatchObject({ status: 'resolved' });
  });

  it('alerts those who decide when nobody has in time, once, and waits on', () => {
    const asked = after(ask(close, { decides: 'manager', withinMinutes: 30 }));
    const due = received + hour + 30 * 60_000;
    expect(earliestInstant(asked, policies)).toBe(due + 1);
    expect(decide({ type: 'tick' }, asked, due, context)).toEqual([]);
    const events = decide({ type: 'tick' }, asked, due + hour, context);
    const at = new Date(due).toISOString();
    expect(events).toMatchObject([
      { name: 'approvalOverdue', data: { command: 'close', at } },
      { name: 'alertRaised', data: { cause: 'breach', audience: 'manager', dueAt: at } },
    ]);
    const late = fold(asked, events) as OpenedCase;
    expect(decide({ type: 'tick' }, late, due + 2 * hour, context)).toEqual([]);
    expect(earliestInstant(late, policies)).toBeUndefined();
    expect(decided(answer(late, 'approved', 'm-1', 'manager'), late)).toHaveLength(1);
    expect(earliestInstant(after(ask(close)), policies)).toBeUndefined();
  });

  it('is pointless once the case ended otherwise', () => {
    const asked = after(ask(close));
    expect(decided(withdraw, asked).at(-1)).toMatchObject({
      name: 'approvalDecided',
      data: { command: 'close', outcome: 'lapsed', by: 'system' },
    });
    expect(after(ask(close), withdraw)).not.toHaveProperty('approvals');
  });
});

describe('the policy of a case', () => {
  const under = (...fourEyes: FourEyesRule[]) => new PolicyBook([{ ...defaultPolicy, fourEyes }]);
  const rule = (more: Partial<FourEyesRule>): FourEyesRule => ({
    ...{ command: 'close', decides: 'manager', ...more },
  });

  it('says by its facts whether a command wants a second person, and who that is', () => {
    const book = under(rule({ complaintTier: 'difficult' }), rule({ costAbove: 100 }));
    const plain = after();
    expect(fourEyesOf('close', plain, { policies: book })).toBeUndefined();
    const grave = { ...plain, triage: { complaintTier: 'major' } } as OpenedCase;
    expect(fourEyesOf('close', grave, { policies: book })).toMatchObject({ decides: 'manager' });
    const remedy = { id: newId(), cost: 101, by, status: 'granted' as const };
    const costly = { ...plain, resolution: { remedies: [remedy] } };
    expect(fourEyesOf('close', costly, { policies: book })).toMatchObject({ costAbove: 100 });
    const merelyProposed = { ...remedy, status: 'proposed' as const };
    const hoped = { ...plain, resolution: { remedies: [merelyProposed] } };
    expect(fourEyesOf('close', hoped, { policies: book })).toBeUndefined();
  });

  it('asks for the priority of the case, which stands for its severity', () => {
    const own = under(rule({ command: 'withdraw', severity: 'high' }));
    const urgent: OpenedCase = { ...after(), priority: 'critical' };
    expect(fourEyesOf('withdraw', urgent, { policies: own })).toBeDefined();
    expect(fourEyesOf('withdraw', after(), { policies: own })).toBeUndefined();
  });

  it('names commands of the API, all of which have a body', () => {
    expect([...fourEyesCommands]).toEqual(approvalCommand.options);
    for (const command of fourEyesCommands) expect(caseCommandBodies).toHaveProperty([command]);
  });
});
