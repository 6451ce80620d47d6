import { describe, expect, it } from '@jest/globals';
import type { OpenedCase } from '../domain/case-state.js';
import { askedToLetIn, toldOfDesk } from './notice-readers.js';
import type { NoticeReader } from './notice-readers.js';
import { noticeMail } from './notice-text.js';

const reader = (
  username: string,
  role: 'agent' | 'supervisor' | 'manager',
  units?: string[],
): NoticeReader => ({
  ...{ id: username, subject: username, username, email: `${username}@hotline.example` },
  ...{ agentId: units ? username : null, roles: [role], language: 'en', timeZone: 'UTC' },
  access: units ? { sees: 'own', agentId: username, units } : { sees: 'all' },
  desks: units ?? [],
});
const owner = reader('owner', 'agent', ['south']);
const south = reader('south', 'supervisor', ['south']);
const north = reader('north', 'supervisor', ['north']);
const manager = reader('manager', 'manager');
const state = { owner: 'owner', dimensions: { unit: 'south' } } as OpenedCase;
const namesOf = (readers: NoticeReader[]) => readers.map(({ username }) => username);

describe('who is mailed besides alerts', () => {
  it('is asked to let somebody in: the owner, else supervisors of the case, else who is above', () => {
    const asked = (...readers: NoticeReader[]) => namesOf(askedToLetIn(readers, state, 'a-101'));
    expect(asked(manager, north, south, owner)).toEqual(['owner']);
    expect(asked(manager, north, south)).toEqual(['south']);
    expect(asked(manager, north)).toEqual(['manager']);
    expect(asked(north)).toEqual([]);
  });

  it('is never whoever asks', () => {
    expect(namesOf(askedToLetIn([owner, south], state, 'owner'))).toEqual(['south']);
  });

  it('is told of a promise: whose desk it is, else who is above', () => {
    expect(namesOf(toldOfDesk([manager, north, south, owner], 'south'))).toEqual([
      'south',
      'owner',
    ]);
    expect(namesOf(toldOfDesk([manager, owner], 'north'))).toEqual(['manager']);
  });

  it('gets the address of the list of questions only where the console shows it to them', () => {
    const at = '2026-11-23T08:15:00.000Z';
    const notice = { kind: 'promise-overdue', standard: 'relocation', desk: 'south' } as const;
    const textFor = (one: NoticeReader) =>
      noticeMail({ ...notice, questionId: 'q', dueAt: at }, one, 'https://clearline.example').text;
    for (const one of [manager, south]) {
      expect(textFor(one)).toContain('https://clearline.example/administration/questions');
    }
    expect(textFor(owner)).not.toContain('https://');
    expect(textFor({ ...south, language: 'zh-CN' })).toContain('2026-11-23 08:15 (UTC)');
  });
});
