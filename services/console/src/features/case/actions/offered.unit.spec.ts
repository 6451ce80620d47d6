import { describe, expect, it } from '@jest/globals';
import { commandNames } from '../texts/commands.en.js';
import type { CommandName } from '../words.js';
import { commandGroups, contactsBeside, contactsOf, isOffered, likelyNext } from './offered.js';
import type { CaseFacts } from './offered.js';

const everybody = { roles: ['agent', 'supervisor'] };
const names = Object.keys(commandNames) as CommandName[];
const rights = {
  ...(Object.fromEntries(names.map((name) => [name, everybody])) as Record<
    CommandName,
    { roles: string[] }
  >),
  reopen: { roles: ['supervisor'] },
};
const open: CaseFacts = {
  ...{ stage: 'listen', status: 'open', clocks: [], links: [], owner: 'a-001' },
};
const actor = 's-001';
const offered = (facts: Partial<CaseFacts>, role = 'agent', mayAnswer = true) =>
  names.filter((name) =>
    isOffered(
      name,
      { ...open, ...facts },
      { roles: [role], isOfUnit: true, mayAnswer, hasAsked: !mayAnswer, actor },
      rights,
    ),
  );

describe('what can be done with a case', () => {
  it('is what its state allows', () => {
    expect(offered({})).toEqual(expect.arrayContaining(['complete-stages', 'transfer']));
    expect(offered({})).not.toContain('close');
    expect(offered({ status: 'resolved', stage: 'callback' })).toContain('close');
    const over = offered({ status: 'closed', stage: 'closed' });
    for (const name of ['assign', 'name-party', 'drop-party']) expect(over).not.toContain(name);
  });

  it('asks for no more time where the policy gives none', () => {
    const clock: CaseFacts['clocks'][number] = {
      clockId: 'c',
      kind: 'statutory',
      state: 'running',
      startedAt: '2026-11-01T00:00:00Z',
      dueAt: '2026-12-01T00:00:00Z',
      budget: {},
      consumedMinutes: 0,
      revision: 1,
    };
    expect(offered({ clocks: [clock] })).not.toContain('request-extension');
    expect(offered({ clocks: [{ ...clock, extendableBy: { days: 30 } }] })).toContain(
      'request-extension',
    );
    const asked = (by: string) => offered({ clocks: [{ ...clock, extensionRequestedBy: by }] });
    expect(asked('a-001')).toEqual(
      expect.arrayContaining(['approve-extension', 'refuse-extension']),
    );
    expect(asked(actor)).not.toContain('approve-extension');
    expect(asked(actor)).toContain('refuse-extension');
  });

  it('is what somebody has the right to', () => {
    const closed = { status: 'closed', stage: 'closed' } as const;
    expect(offered(closed)).not.toContain('reopen');
    expect(offered(closed, 'supervisor')).toContain('reopen');
  });

  it('leaves the flow of complaints with a safety report', () => {
    const commands = offered({ safety: { desk: 'safety', takenBy: null } });
    expect(commands).toContain('take-safety-report');
    expect(commands).not.toContain('resolve');
    expect(commands).not.toContain('withdraw');
  });

  it('is to undo the merge of what was merged, and nothing else', () => {
    const mergedInto = { id: 'x', number: '2026-0000001-0', undoUntil: '2026-12-01T00:00:00Z' };
    expect(offered({ status: 'merged', mergedInto })).toEqual(['unmerge']);
  });

  it('begins with the answer to a transfer that waits', () => {
    expect(likelyNext({ ...open, transferTo: 'south' })[0]).toBe('accept-transfer');
    expect(likelyNext(open)[0]).toBe('complete-stages');
    expect(likelyNext({ ...open, stage: 'resolve' })[0]).toBe('resolve');
  });

  it('leaves the answer to a transfer to the unit that was asked', () => {
    const asked = { transferTo: 'south' };
    expect(offered(asked)).toContain('accept-transfer');
    const given = offered(asked, 'agent', false);
    expect(given).not.toContain('accept-transfer');
    expect(given).not.toContain('refuse-transfer');
    expect(given).toContain('record-contact');
    expect(given).toContain('withdraw-transfer');
    expect(offered(asked)).not.toContain('withdraw-transfer');
    expect(offered({}, 'agent', false)).not.toContain('withdraw-transfer');
  });

  it('begins with what is dangerous to overlook', () => {
    expect(commandGroups[0]?.commands).toContain('leave-for-safety');
  });

  it('is to ask the customer once it is resolved, what is its turn first', () => {
    expect(contactsOf(open)).toEqual([]);
    expect(contactsOf({ ...open, status: 'resolved', stage: 'callback' })[0]).toBe('callback');
    expect(contactsOf({ ...open, status: 'resolved', stage: 'survey' })[0]).toBe('survey');
  });

  it('can ask the customer of a case that is open again as well, from the menu', () => {
    expect(contactsBeside(open)).toEqual(['callback', 'survey']);
    expect(contactsBeside({ ...open, status: 'resolved', stage: 'callback' })).toEqual([]);
    expect(contactsBeside({ ...open, status: 'merged' })).toEqual([]);
  });

  it('stands in the menu once', () => {
    const listed = commandGroups.flatMap(({ commands }) => commands);
    expect(new Set(listed).size).toBe(listed.length);
  });
});
