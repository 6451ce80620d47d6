import { describe, expect, it } from '@jest/globals';
import { CaseJoinRequested, CaseOrderAnswered, CaseOrderGiven } from '#contracts';
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

  it('is nothing else', () => {
    expect(heard(CaseOrderAnswered.type, { orderId: 'o-1' })).toBeUndefined();
  });
});
