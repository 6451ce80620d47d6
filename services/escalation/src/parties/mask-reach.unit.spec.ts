import { describe, expect, it } from '@jest/globals';
import { CaseMessageHeld, CasePartyNamed } from '#contracts';
import type { Role, TimelineEntry } from '#contracts';
import { withMaskedReach } from './mask-reach.js';

const texts = {
  name: '租客小冯',
  phone: '15500001111',
  email: 'feng@example.com',
  address: '枫林路 8 号',
  note: '白天在家',
};
const entry = (type: string, said: TimelineEntry['texts'] = texts): TimelineEntry => ({
  ...{ id: 'e', sequence: 1, type, actor: null, data: {}, texts: said },
  ...{ occurredAt: '2026-11-24T04:05:00.000Z', recordedAt: '2026-11-24T04:05:00.000Z' },
});
const read = (of: TimelineEntry, ...roles: Role[]) => withMaskedReach([of], { roles })[0]!.texts;
const named = entry(CasePartyNamed.type);

describe('how parties are reached', () => {
  it.each(['agent', 'supervisor', 'admin'] as const)('is read by %s', (role) => {
    expect(read(named, role)).toEqual(texts);
    expect(read(named, 'manager', role)).toEqual(texts);
  });

  it('is masked for managers, who are told the rest', () => {
    expect(read(named, 'manager')).toEqual({
      ...texts,
      ...{ phone: '*******1111', email: '***@example.com', address: '***' },
    });
  });

  it('shows nothing of a phone that is too short to hide the rest of', () => {
    expect(read(entry(CasePartyNamed.type, { phone: '6262' }), 'manager').phone).toBe('*******');
  });

  it.each([
    ['phone', '15500001111', '*******1111'],
    ['email', 'feng@example.com', '***@example.com'],
    ['letter', '枫林路 8 号', '***'],
  ])('is masked where a message went to them by %s', (channel, to, masked) => {
    const message = { ...entry(CaseMessageHeld.type, { text: '您好', to }) };
    const data = { messageId: 'm', kind: 'interim', channel, partyId: 'p' };
    expect(read({ ...message, data }, 'manager')).toEqual({ text: '您好', to: masked });
    expect(read({ ...message, data }, 'agent')).toEqual({ text: '您好', to });
    const toCustomer = { ...message, data: { ...data, partyId: undefined } };
    expect(read(toCustomer, 'manager')).toEqual({ text: '您好', to });
  });

  it('stays erased where it was, and touches no other entry', () => {
    const erased = entry(CasePartyNamed.type, { name: null, phone: null });
    expect(read(erased, 'manager')).toEqual({ name: null, phone: null });
    const note = entry('clearline.case.note-added.v1', { phone: 'x' });
    expect(read(note, 'manager')).toEqual({ phone: 'x' });
  });
});
