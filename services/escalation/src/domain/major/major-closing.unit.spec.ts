import { describe, expect, it } from '@jest/globals';
import { defaultPolicy } from '#sla';
import type { Policy } from '#sla';
import { by, newId, open, received, sealed, wayToResolved } from '../../../test/given-case.js';
import type { CaseCommand } from '../case-command.js';
import { noCase } from '../case-state.js';
import type { CaseState, OpenedCase } from '../case-state.js';
import { decide, fold } from '../decide.js';
import { PolicyBook } from '../policy-book.js';
import { lackingToClose } from './major-closing.js';

const under = (major: Policy['major']) => ({
  policies: new PolicyBook([{ ...defaultPolicy, ...(major && { major }) }]),
  newId,
});
const strict = under({ taskForce: true, stakeholders: 2 });
const major: CaseCommand = { type: 'triage', complaintTier: 'major', by };
const force: CaseCommand = {
  ...{ type: 'name-task-force', lead: 'a-1', by },
  members: [{ agent: 'a-2', role: 'legal' }],
};
const map = (kind: 'media' | 'superior'): CaseCommand => ({
  ...{ type: 'map-stakeholder', kind, stance: 'critical', speaker: 'a-3', name: sealed, by },
});
const close: CaseCommand = { type: 'close', reason: 'customer-informed', by };
const reached: CaseCommand = {
  ...{ type: 'note-feedback', source: 'callback', sourceId: newId() },
  ...{ outcome: 'reached', satisfied: true },
};
const answered: CaseCommand = {
  ...{ type: 'note-feedback', source: 'survey', sourceId: newId(), outcome: 'csat' },
};
const toResolved = [open(), ...wayToResolved(received).map(([command]) => command)];
const resolved = (context: typeof strict, ...commands: CaseCommand[]) =>
  [...toResolved, ...commands].reduce<CaseState>(
    (state, command) => fold(state, decide(command, state, received, context)),
    noCase,
  ) as OpenedCase;

describe('a major complaint under a policy that asks for a task force and a map', () => {
  it('is not closed without them, and the refusal lists what is missing', () => {
    expect(() => resolved(strict, major, close)).toThrow(
      expect.objectContaining({ slug: 'missing-evidence', missing: ['taskForce', 'stakeholders'] }),
    );
    expect(() => resolved(strict, major, force, map('media'), close)).toThrow(
      expect.objectContaining({ missing: ['stakeholders'] }),
    );
    const settled = resolved(strict, major, force, map('media'), map('superior'), close);
    expect(settled).toMatchObject({ status: 'closed' });
  });

  it('is not closed by the answer to a survey either: a person closes it later', () => {
    const held = resolved(strict, major, reached, answered);
    expect(held).toMatchObject({ stage: 'survey', status: 'resolved' });
    expect(lackingToClose(held, strict)).toEqual(['taskForce', 'stakeholders']);
    const done = resolved(strict, major, force, map('media'), map('superior'), reached, answered);
    expect(done).toMatchObject({ status: 'closed' });
  });

  it('ends when the customer takes it back, whatever is missing', () => {
    const withdraw: CaseCommand = { type: 'withdraw', channel: 'phone', by };
    expect(resolved(strict, major, withdraw)).toMatchObject({ status: 'withdrawn' });
  });

  it('is closed as any other where it is not major, or where the policy asks for nothing', () => {
    expect(resolved(strict, close)).toMatchObject({ status: 'closed' });
    expect(resolved(under(undefined), major, close)).toMatchObject({ status: 'closed' });
    expect(resolved(under({ taskForce: false }), major, close)).toMatchObject({ status: 'closed' });
  });
});
