import { describe, expect, it } from '@jest/globals';
import { blanksOf } from '../../../shared/blanks.js';
import { checkReply } from './check-reply.js';

const reply = {
  ...{ text: '王女士，您好！停水抢修今天完成。', channel: 'app' as const, to: '' },
  notes: ['客户脾气急，先听完再说。电话 138'],
};

describe('a message before it is sent', () => {
  it('is let go when there is nothing to say about it', () => {
    expect(checkReply(reply)).toEqual([]);
  });

  it('is held when a blank of its template is left', () => {
    expect(blanksOf('退款 {金额} 元，{时间} 到账，{金额}')).toEqual(['{金额}', '{时间}']);
    expect(checkReply({ ...reply, text: '{称呼}，您好' })).toEqual(['blank-left']);
  });

  it('is held when it says what staff noted for each other, however it is spaced', () => {
    const notes = ['先听客户说完再谈赔偿。'];
    expect(checkReply({ ...reply, notes, text: '先听 客户说完，再谈赔偿' })).toEqual([
      'holds-a-note',
    ]);
    expect(checkReply({ ...reply, notes: ['张先生。'], text: '张先生，您好' })).toEqual([]);
  });

  it('asks about a mail that goes elsewhere, and for an address where there is none', () => {
    const mail = { ...reply, channel: 'email' as const, lastTo: 'wang@mail.example' };
    expect(checkReply({ ...mail, to: 'Wang@mail.example ' })).toEqual([]);
    expect(checkReply({ ...mail, to: 'li@mail.example' })).toEqual(['recipient-changed']);
    expect(checkReply(mail)).toEqual(['no-address']);
  });

  it('is held for a party who is gone, may not be told, or is not reached that way', () => {
    const party = {
      ...{ id: 'p', role: 'tenant' as const, mayBeTold: true, isContact: false, unit: null },
      ...{ name: 'Feng', phone: '155', email: null, address: null, note: null },
      ...{ reachedBy: ['phone' as const], at: '2026-11-28T08:00:00.000Z', by: 'a-001' },
    };
    const written = { ...reply, partyId: 'p', channel: 'phone' as const };
    expect(checkReply({ ...written, parties: [party] })).toEqual([]);
    const lost = ['recipient-lost'];
    expect(checkReply({ ...written, parties: [] })).toEqual(lost);
    expect(checkReply({ ...written, parties: [{ ...party, mayBeTold: false }] })).toEqual(lost);
    expect(checkReply({ ...written, parties: [party], channel: 'email' })).toEqual(lost);
    expect(checkReply(written)).toEqual([]);
  });
});
