import { describe, expect, it } from '@jest/globals';
import {
  CaseHandedBack,
  CaseJoinRequested,
  CaseOrderAnswered,
  CaseOrderGiven,
  CaseTransferAccepted,
  CaseTransferred,
  CaseTransferRefused,
  CaseTransferWithdrawn,
} from '#contracts';
import type { LogEvent } from '#eventing';
import { noticeOf } from './notice.js';

const at = '2026-11-23T08:15:00.000Z';
const heard = (type: string, data: object) =>
  noticeOf({ type, key: 'c-1', body: JSON.stringify(data) } as LogEvent);

describe('what people are mailed that is no alert', () => {
  it('is who asks to see a case', () => {
    const asked = { caseId: 'c-1', agent: 'a-101', at };
    expect(heard(CaseJoinRequested.type, asked)).toEqual({ kind: 'join-request', ...asked });
  });

  it('is an order that a unit was given, without its text', () => {
    const order = { orderId: 'o-1', unit: 'south', by: 'a-001', at, dueAt: at };
    const given = { caseId: 'c-1', ...order, kind: 'supervision', text: 'sealed' };
    const notice = { kind: 'order-given', caseId: 'c-1', ...order, order: 'supervision' };
    expect(heard(CaseOrderGiven.type, given)).toEqual(notice);
  });

  it('is a case that goes to another unit, is refused by it or comes back, without what was written to it', () => {
    const step = { caseId: 'c-1', transferId: 't-1', by: 'a-001', at };
    const text = { keyId: 'k-1', ciphertext: 'sealed' };
    const moved = { ...step, from: 'north', to: 'south', reason: 'on-site-work', clockId: 'k' };
    expect(heard(CaseTransferred.type, { ...moved, owner: 'a-001', note: text })).toEqual({
      kind: 'transferred',
      ...moved,
    });
    const refused = { ...step, unit: 'south', backTo: 'north', reason: 'no-authority' };
    const counted = { ...refused, note: text, refusals: 1, limit: 2 };
    expect(heard(CaseTransferRefused.type, counted)).toEqual({
      kind: 'transfer-refused',
      ...refused,
    });
    const vain = { ...step, unit: 'south' };
    expect(heard(CaseTransferWithdrawn.type, { ...vain, backTo: 'north' })).toEqual({
      kind: 'transfer-withdrawn',
      ...vain,
    });
    const back = { ...step, unit: 'south', backTo: 'north', owner: 'a-001' };
    expect(heard(CaseHandedBack.type, { ...back, result: text })).toEqual({
      kind: 'handed-back',
      ...back,
    });
  });

  it('is nothing else', () => {
    expect(heard(CaseTransferAccepted.type, { transferId: 't-1' })).toBeUndefined();
    expect(heard(CaseOrderAnswered.type, { orderId: 'o-1' })).toBeUndefined();
  });
});
