import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, fakeClock, type FakeClock } from '#testing';
import { openTestIntake, type TestIntake } from '../../test/open-test-intake.js';
import { phoneSpellings } from '../domain/phone.js';
import { readFiling } from '../filing/read-filing.js';
import { findComplaint, findEarlier } from './find-earlier.js';
import { judgeRepeats, toRepeatView } from './judge-repeats.js';

const actor = { kind: 'user' as const, name: 'agent' };
const dayMs = 86_400_000;
let intake: TestIntake<FakeClock>;
beforeAll(async () => {
  intake = await openTestIntake({
    database: await createTestDatabase(),
    clock: fakeClock('2026-11-01T09:00:00.000Z'),
  });
  await file({ name: '张伟', phone: '+86 138 0013 8000' }, '燃气账单重复扣费，要求退款');
  intake.clock.advance(20 * dayMs);
  await file({ name: '张伟', phone: '+86 138 0013 8000' }, '维修师傅没有按时上门');
  await file({ name: '李娜', phone: '13912348000' }, '燃气账单重复扣费，请退款');
  await file({ anonymous: true }, '楼道气味很大');
});
afterAll(() => intake.close());

async function file(customer: object, statement: string): Promise<void> {
  const complaint = { channel: 'phone', category: 'unclassified', customer, statement };
  const filing = readFiling('complaint', complaint, { actor, scope: 'test' }, intake.clock.now());
  expect((await intake.writer.submit(filing)).status).toBe(201);
  intake.clock.advance(1_000);
}

async function repeatsOf(statement: string, phone?: string, days = 90) {
  const lookupHashes = (phone === undefined ? [] : phoneSpellings(phone)).map((one) =>
    intake.keys.lookupHash(one),
  );
  const since = new Date(intake.clock.now() - days * dayMs);
  const earlier = await findEarlier(intake.database, { lookupHashes, since });
  return judgeRepeats({ statement }, earlier);
}
const shown = async (...asked: Parameters<typeof repeatsOf>) =>
  (await repeatsOf(...asked)).items.map(({ because, isLikelyDuplicate }) => [
    because.join(' '),
    isLikelyDuplicate,
  ]);

describe('what a complaint repeats', () => {
  it('is what the same phone complained of, the likely duplicate first, and what others say alike', async () => {
    for (const phone of ['+86 138-0013-8000', '13800138000', '0086 138 0013 8000']) {
      expect(await shown('燃气账单重复扣费了', phone)).toEqual([
        ['customer text', true],
        ['text', false],
        ['customer', false],
      ]);
    }
  });

  it('counts the complaints of the customer in the days that were asked for', async () => {
    expect(await repeatsOf('退款', '+8613800138000')).toMatchObject({ byCustomer: 2 });
    expect(await repeatsOf('退款', '+8613800138000', 7)).toMatchObject({ byCustomer: 1 });
  });

  it('names the terms that are in both texts, and gives nothing else that was said', async () => {
    const [first] = (await repeatsOf('燃气泄漏：账单重复扣费', '13912348000')).items;
    expect(first!.terms).toEqual(['燃气', '账单', '单重', '重复', '复扣', '扣费']);
    expect(JSON.stringify(first)).not.toMatch(/退款|李娜|13912348000/);
  });

  it('is what came before it, of one that is filed', async () => {
    const [{ id } = { id: '' }] = await intake.database.query<{ id: string }>(
      `select id from complaints where statement like '维修%'`,
    );
    const filed = (await findComplaint(intake.database, id))!;
    const { customerId, complaintId, received } = filed;
    const scope = { customerId, since: new Date(0), before: { received, complaintId } };
    const { byCustomer, items } = judgeRepeats(
      { statement: filed.statement },
      await findEarlier(intake.database, scope),
    );
    expect([byCustomer, items.map(({ because }) => because)]).toEqual([1, [['customer']]]);
  });

  it('is shown without codes and words where its case is hidden', async () => {
    const [first] = (await repeatsOf('燃气账单重复扣费', '13912348000')).items;
    expect(toRepeatView(first!, true)).toEqual({
      complaintId: first!.complaintId,
      number: first!.number,
      receivedAt: first!.receivedAt,
      because: ['customer', 'text'],
      isLikelyDuplicate: true,
      ...{ isHidden: true, category: null, product: null, similarity: null, terms: [] },
    });
  });

  it('is nothing for an unknown caller with another trouble', async () => {
    expect(await repeatsOf('电梯停运', '13700001111')).toEqual({ byCustomer: 0, items: [] });
  });

  it('finds those of a customer and the newest of all by index', async () => {
    await intake.database.transaction(async (tx) => {
      await tx.query('set local enable_seqscan = off');
      await tx.query('set local enable_sort = off');
      const planOf = async (where: string) =>
        JSON.stringify(
          await tx.query(`explain select 1 from complaints c where ${where}
                           order by c.received_at desc, c.id desc limit 500`),
        );
      expect(await planOf("c.received_at >= '2026-01-01'")).toContain('complaints_newest');
    });
  });
});
