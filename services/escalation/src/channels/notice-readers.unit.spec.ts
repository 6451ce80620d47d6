import { describe, expect, it } from '@jest/globals';
import type { OpenedCase } from '../domain/case-state.js';
import {
  askedToLetIn,
  toldOfDesk,
  toldOfLadders,
  toldOfOrder,
  toldOfReturn,
  toldOfTransfer,
  toldOfWithdrawal,
} from './notice-readers.js';
import type { NoticeReader } from './notice-readers.js';
import type { Notice } from './notice.js';
import { noticeMail } from './notice-text.js';
import type { ReturnNotice } from './transfer-notice.js';

const reader = (
  username: string,
  role: 'agent' | 'supervisor' | 'manager' | 'admin',
  units?: string[],
): NoticeReader => ({
  ...{ id: username, subject: username, username, email: `${username}@hotline.example` },
  ...{ agentId: units ? username : null, roles: [role], language: 'en', timeZone: 'UTC' },
  access: units ? { sees: 'own', agentId: username, units } : { sees: 'all' },
  desks: units ?? [],
  unit: units?.[0] ?? null,
});
const owner = reader('owner', 'agent', ['south']);
const south = reader('south', 'supervisor', ['south']);
const north = reader('north', 'supervisor', ['north']);
const manager = reader('manager', 'manager');
const state = { owner: 'owner', dimensions: { unit: 'south' } } as OpenedCase;
/** `north` and `south` lie beneath `hq`. */
const beneath = (unit: string) => new Set(unit === 'hq' ? ['hq', 'north', 'south'] : [unit]);
const head = reader('head', 'supervisor', ['hq', 'north', 'south']);
const deskman = reader('deskman', 'agent', ['hq', 'north', 'south']);
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

  it('is told of an order: whose unit was asked or lies beneath it, else who is above', () => {
    const asked = {
      owner: 'owner',
      dimensions: { unit: 'north' },
      orders: [{ unit: 'south' }],
    } as unknown as OpenedCase;
    const order = { unit: 'south', by: 'north' };
    const told = (...readers: NoticeReader[]) =>
      namesOf(toldOfOrder(readers, asked, order, new Set(['south', 'south-1'])));
    const region = reader('region', 'supervisor', ['hq', 'south', 'south-1']);
    const bi: NoticeReader = { ...reader('bi', 'agent', ['south']), roles: ['bi'], desks: [] };
    expect(told(manager, region, north, south, owner, bi)).toEqual(['south', 'owner']);
    expect(told(manager, region, north)).toEqual(['region']);
    expect(told(manager, north)).toEqual(['manager']);
    // Who gave it knows of it, and who is kept from the case learns nothing.
    const ownGiven = { unit: 'north', by: 'north' };
    expect(namesOf(toldOfOrder([north], asked, ownGiven, new Set(['north'])))).toEqual([]);
    const kept = { ...asked, conflict: { conflicted: ['south'] } } as unknown as OpenedCase;
    expect(namesOf(toldOfOrder([south], kept, order, new Set(['south'])))).toEqual([]);
  });

  it('is told of an order and a transfer of a case that all see only who may answer it', () => {
    const shared = { dimensions: {}, departments: { route: [] } } as unknown as OpenedCase;
    const floating = reader('floating', 'supervisor', []);
    const readers = [manager, head, deskman, north, floating];
    const order = { unit: 'south', by: 'a-101' };
    const ordered = (some: NoticeReader[]) =>
      namesOf(toldOfOrder(some, shared, order, new Set(['south'])));
    const transfer = { from: 'north', to: 'south', by: 'a-101' };
    const moved = (some: NoticeReader[]) =>
      namesOf(toldOfTransfer(some, shared, transfer, beneath));
    const aside = reader('aside', 'supervisor', ['east']);
    for (const told of [ordered, moved]) {
      // An agent of a unit above answers for none beneath it.
      expect(told(readers)).toEqual(['head']);
      expect(told([manager, deskman, aside, floating])).toEqual(['manager', 'floating']);
      expect(told([deskman, aside])).toEqual([]);
    }
  });

  it('is told of a transfer: who may take it, else who may decide for them, and nobody of the unit it comes from', () => {
    const moved = {
      owner: 'north',
      dimensions: { unit: 'south' },
      departments: { route: [{ from: 'north', to: 'south' }] },
    } as unknown as OpenedCase;
    const transfer = { from: 'north', to: 'south', by: 'a-101' };
    const told = (...readers: NoticeReader[]) =>
      namesOf(toldOfTransfer(readers, moved, transfer, beneath));
    const aside = reader('aside', 'supervisor', ['east']);
    const bi: NoticeReader = { ...reader('bi', 'agent', ['south']), roles: ['bi'], desks: [] };
    expect(told(manager, head, deskman, north, aside, bi, south, owner)).toEqual([
      'south',
      'owner',
    ]);
    expect(told(manager, head, deskman, north)).toEqual(['head']);
    expect(told(manager, deskman, north)).toEqual(['manager']);
    expect(told(north, aside)).toEqual([]);
    // Who did it knows of it, and who is kept from the case learns nothing.
    const own = { ...transfer, by: 'south' };
    expect(namesOf(toldOfTransfer([south, owner], moved, own, beneath))).toEqual(['owner']);
    const kept = { ...moved, conflict: { conflicted: ['south'] } } as unknown as OpenedCase;
    expect(namesOf(toldOfTransfer([south, owner], kept, transfer, beneath))).toEqual(['owner']);
  });

  it('is told of a transfer upwards without the unit beneath that asked, and downwards without the one above', () => {
    const up = {
      dimensions: { unit: 'hq' },
      departments: { route: [{ from: 'north', to: 'hq' }] },
    } as unknown as OpenedCase;
    const raised = { from: 'north', to: 'hq', by: 'a-101' };
    expect(namesOf(toldOfTransfer([north, head, deskman], up, raised, beneath))).toEqual([
      'head',
      'deskman',
    ]);
    expect(namesOf(toldOfTransfer([north], up, raised, beneath))).toEqual([]);
    const down = {
      dimensions: { unit: 'north' },
      departments: { route: [{ from: 'hq', to: 'north' }] },
    } as unknown as OpenedCase;
    const sent = { from: 'hq', to: 'north', by: 's-001' };
    expect(namesOf(toldOfTransfer([head, north], down, sent, beneath))).toEqual(['north']);
    expect(namesOf(toldOfTransfer([head, manager], down, sent, beneath))).toEqual(['manager']);
  });

  it('is told that a case came back: who had it, else the unit that has it again, else who is above', () => {
    const at = '2026-11-23T08:15:00.000Z';
    const step = { caseId: 'c', transferId: 't', unit: 'north', backTo: 'south', at };
    const refused: ReturnNotice = {
      ...{ ...step, kind: 'transfer-refused', reason: 'no-authority', by: 'north' },
    };
    const told = (notice: ReturnNotice, ...readers: NoticeReader[]) =>
      namesOf(toldOfReturn(readers, state, notice, beneath));
    const mate = reader('mate', 'agent', ['south']);
    expect(told(refused, manager, head, north, south, mate, owner)).toEqual(['owner']);
    expect(told(refused, manager, head, north, south, mate)).toEqual(['south', 'mate']);
    expect(told(refused, manager, head, deskman, north)).toEqual(['head']);
    expect(told(refused, manager, north)).toEqual(['manager']);
    // Its owner did it themselves: everybody concerned knows.
    expect(told({ ...refused, by: 'owner' }, manager, south, owner)).toEqual([]);
    // The owner of a case that is given back is who had it before, not who has done its part.
    const back: ReturnNotice = { ...step, kind: 'handed-back', owner: 'mate', by: 'owner' };
    expect(told(back, south, mate, owner)).toEqual(['mate']);
    expect(told({ ...back, owner: undefined }, south, mate, owner)).toEqual(['south', 'mate']);
  });

  it('is told that a transfer was taken back: who was mailed of it, seen or not, but whom the case is kept from', () => {
    const kept = { ...state, conflict: { accused: ['deskman'], conflicted: ['deskman', 'head'] } };
    const told = (by: string, ...mailed: string[]) =>
      namesOf(toldOfWithdrawal([north, head, deskman, manager], kept, { by }, new Set(mailed)));
    expect(told('owner', 'north', 'head', 'deskman', 'manager')).toEqual(['north', 'manager']);
    expect(told('north', 'north', 'manager')).toEqual(['manager']);
    expect(told('owner')).toEqual([]);
  });

  it('reads in a mail what was asked for, by whom and until when, in either language', () => {
    const notice: Notice = {
      ...({ kind: 'order-given', order: 'co-handling' } as const),
      ...{ caseId: 'c', orderId: 'o', unit: 'south' },
      ...{ by: 'a-001', at: '2026-11-23T08:15:00.000Z', dueAt: '2026-11-23T10:15:00.000Z' },
    };
    const english = noticeMail(notice, owner, 'https://clearline.example');
    expect(english.subject).toBe('[Clearline] An order was given to south: co-handling');
    expect(english.text).toContain('2026-11-23 10:15 (UTC)');
    expect(english.text).toContain('https://clearline.example/cases/c');
    const chinese = noticeMail(notice, { ...owner, language: 'zh-CN' }, 'https://x.example');
    expect(chinese.subject).toBe('[Clearline] 收到会办单：south');
    expect(chinese.text).toContain('a-001 给 south 发出了一份会办单');
  });

  it('is told of a promise: whose desk it is, else who is above', () => {
    expect(namesOf(toldOfDesk([manager, north, south, owner], 'south'))).toEqual([
      'south',
      'owner',
    ]);
    expect(namesOf(toldOfDesk([manager, owner], 'north'))).toEqual(['manager']);
  });

  it('is told of gaps in the ladders: managers, without a mailbox of theirs administrators', () => {
    const admin = reader('admin', 'admin');
    expect(namesOf(toldOfLadders([admin, head, manager]))).toEqual(['manager']);
    expect(namesOf(toldOfLadders([admin, head]))).toEqual(['admin']);
    expect(namesOf(toldOfLadders([head, owner]))).toEqual([]);
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
