import { describe, expect, it } from '@jest/globals';
import {
  emptyIntake,
  givenEvidence,
  isPhone,
  isPlain,
  isTouched,
  isAsGrave,
  lacksOf,
  toComplaint,
  withEvidence,
  withoutUnread,
  withThreat,
} from './intake.js';
import type { Intake } from './desk-types.js';

const customerId = '01a20b76-01c5-70c6-ad7e-1d9e19eaead2';
const intake = (change: Partial<Intake> = {}): Intake => ({
  ...emptyIntake,
  phone: ' 138 0013 8000 ',
  name: ' 张伟 ',
  statement: ' 燃气账单重复扣费 ',
  category: 'billing',
  ...change,
});

describe('a complaint that is taken down', () => {
  it('is filed with what is known, without what surrounds its texts', () => {
    expect(toComplaint(intake(), undefined)).toEqual({
      channel: 'phone',
      category: 'billing',
      statement: '燃气账单重复扣费',
      customer: { name: '张伟', phone: '138 0013 8000', tier: 'standard' },
      severity: 'normal',
    });
  });

  it('names a customer who is known by id, whatever stands in the fields', () => {
    expect(toComplaint(intake({ name: '李四' }), customerId).customer).toEqual({ id: customerId });
  });

  it('names nobody when the caller stays anonymous', () => {
    const complaint = toComplaint(intake({ isAnonymous: true }), customerId);
    expect(complaint.customer).toEqual({ anonymous: true });
  });

  it('says that it is about no product as evidence only', () => {
    const complaint = toComplaint(intake({ product: 'none' }), customerId);
    expect(complaint.product).toBeUndefined();
    expect(complaint.evidence).toEqual({ listen: { product: 'none' } });
  });

  it('carries the remedy that is sought both as its own and as evidence', () => {
    const complaint = toComplaint(
      withEvidence(intake(), 'listen', { remedySought: '退款' }),
      customerId,
    );
    expect(complaint.remedySought).toBe('退款');
    expect(complaint.evidence).toEqual({ listen: { remedySought: '退款' } });
  });

  it('leaves out blank answers and flags that say no, and keeps a cost of nothing', () => {
    let one = withEvidence(intake(), 'control', { acknowledged: false });
    one = withEvidence(one, 'establish', { restatement: '  ', confirmed: true });
    one = withEvidence(one, 'resolve', { remedyCost: 0 });
    expect(givenEvidence(one)).toEqual({
      establish: { confirmed: true },
      resolve: { remedyCost: 0 },
    });
  });

  it('lacks nothing once customer, statement and category are there', () => {
    expect(lacksOf(intake(), undefined)).toEqual([]);
    expect(lacksOf(intake({ phone: '', name: '' }), customerId)).toEqual([]);
    expect(lacksOf(intake({ phone: '', name: '', isAnonymous: true }), undefined)).toEqual([]);
  });

  it('says which half of a customer is missing', () => {
    expect(lacksOf(intake({ phone: '' }), undefined)).toEqual(['phone']);
    expect(lacksOf(intake({ name: ' ' }), undefined)).toEqual(['name']);
    expect(lacksOf(emptyIntake, undefined)).toEqual(['customer', 'statement', 'category']);
  });

  it('lacks an instant where what is typed for one cannot be read', () => {
    const happened = (happenedAt: string) => withEvidence(intake(), 'listen', { happenedAt });
    expect(lacksOf(happened('昨天下午'), undefined)).toEqual(['happenedAt']);
    expect(lacksOf(happened('2026-12-01 25:00'), undefined)).toEqual(['happenedAt']);
    const read = happened('2026-03-02T02:00:00.000Z');
    expect(lacksOf(read, undefined)).toEqual([]);
    expect(withoutUnread(happened('昨天下午')).evidence).toEqual({ listen: {} });
    expect(withoutUnread(read)).toBe(read);
  });

  it('knows what is as grave as the words show', () => {
    expect(isAsGrave('critical', 'high')).toBe(true);
    expect(isAsGrave('high', 'high')).toBe(true);
    expect(isAsGrave('normal', 'high')).toBe(false);
  });

  it('takes for a phone what the server takes for one', () => {
    expect(['+86 138-0013-8000', '(010) 12345'].every(isPhone)).toBe(true);
    expect(['8000', '-----', '张伟', '1234567890123456789012345'].some(isPhone)).toBe(false);
  });

  it('takes a threat over once, beside those that are ticked', () => {
    const one = withThreat(intake({ threats: ['media'] }), 'legal');
    expect(one.threats).toEqual(['media', 'legal']);
    expect(withThreat(one, 'legal')).toBe(one);
  });

  it('has nothing special to it only where it threatens with nothing either', () => {
    const advice = { version: 1, wording: [], severity: null, emotionLevel: null };
    const nothing = { ...advice, threats: [], customerTypes: [] };
    expect(isPlain(nothing)).toBe(true);
    const threats = [{ value: 'legal' as const, because: ['call a lawyer'] }];
    expect(isPlain({ ...nothing, threats })).toBe(false);
  });

  it('is worth keeping as soon as anything was said', () => {
    expect(isTouched(emptyIntake)).toBe(false);
    expect(isTouched({ ...emptyIntake, threats: ['media'] })).toBe(true);
  });
});
