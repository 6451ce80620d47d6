import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ComplaintRegistered, CustomerRegistered, parseEvent, type DataOf } from '#contracts';
import { createTestDatabase, fakeClock, type FakeClock } from '#testing';
import { openTestIntake, type TestIntake } from '../../test/open-test-intake.js';
import { isCaseNumber } from '../domain/case-number.js';
import { readFiling } from './read-filing.js';

const actor = { kind: 'user' as const, name: 'agent' };
const complaint = {
  channel: 'phone',
  customer: { name: 'Wei Zhang', phone: '+86 139 0000 0001' },
  category: 'unclassified',
  statement: 'The lift has been out of order for a week.',
};

let intake: TestIntake<FakeClock>;
beforeAll(async () => {
  intake = await openTestIntake({
    database: await createTestDatabase(),
    clock: fakeClock('2026-11-23T09:00:00.000Z'),
  });
});
afterAll(() => intake.close());

const file = (
  body: unknown,
  key?: string,
  kind: 'complaint' | 'callback' | 'survey' = 'complaint',
) =>
  intake.writer.submit(readFiling(kind, body, { actor, scope: 'test', key }, intake.clock.now()));
const countComplaints = async () => {
  const [row] = await intake.database.query<{ n: number }>(
    'SELECT count(*)::int AS n FROM complaints',
  );
  return row!.n;
};

describe('filing', () => {
  it('answers one complaint after its event and row are committed, personal text sealed', async () => {
    const { status, body } = await file(complaint);
    expect(status).toBe(201);
    const answer = body as { complaintId: string; number: string };
    expect(isCaseNumber(answer.number)).toBe(true);
    const [event] = await intake.events.readStream(
      intake.database,
      `complaint-${answer.complaintId}`,
    );
    expect(event).toMatchObject({
      sequence: 1,
      key: answer.complaintId,
      headers: { actor: 'agent' },
    });
    const data = parseEvent(event!.type, event!.data).data as DataOf<typeof ComplaintRegistered>;
    expect(JSON.stringify(data)).not.toContain('lift');
    expect(await intake.keys.open(intake.database, [data.statement])).toEqual([
      complaint.statement,
    ]);
  });

  it('makes one customer of concurrent complaints from one new phone', async () => {
    const customer = { name: 'Li Na', phone: '+86 139 0000 0002' };
    const answers = await Promise.all(
      Array.from({ length: 400 }, () => file({ ...complaint, customer })),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    const customers = await intake.eventsOf<{ customerId: string }>(CustomerRegistered.type);
    const registered = await intake.eventsOf<DataOf<typeof ComplaintRegistered>>(
      ComplaintRegistered.type,
    );
    const ids = new Set(registered.slice(1).map(({ data }) => data.customerId));
    expect(ids.size).toBe(1);
    expect(customers.filter(({ data }) => ids.has(data.customerId))).toHaveLength(1);
    expect(new Set(registered.map(({ data }) => data.number)).size).toBe(registered.length);
  });

  it('gives each item of an array its own answer and files the good ones', async () => {
    const before = await countComplaints();
    const { status, body } = await file([
      complaint,
      { ...complaint, category: 'nonsense' },
      { ...complaint, surprise: 1 },
      { ...complaint, statement: 'a\0b' },
      { ...complaint, receivedAt: '2026-11-23T09:05:00.001Z' },
      { ...complaint, receivedAt: '1969-12-31T23:59:59Z' },
      { ...complaint, customer: { name: 'x', phone: '-- -- --' } },
      { ...complaint, customer: { id: '00000000-0000-7000-8000-000000000000' } },
      complaint,
    ]);
    expect(status).toBe(207);
    const { items } = body as {
      items: { status: number; problem?: { errors: { path: string; rule: string }[] } }[];
    };
    expect(items.map((item) => item.problem?.errors[0]?.path ?? item.status)).toEqual([
      201,
      'category',
      'surprise',
      'statement',
      'receivedAt',
      'receivedAt',
      'customer.phone',
      'customer.id',
      201,
    ]);
    expect(await countComplaints()).toBe(before + 2);
  });

  it('tells all that is wrong with an item at once, also what had to be looked up', async () => {
    const before = await countComplaints();
    const wrong = {
      ...complaint,
      customer: { id: '00000000-0000-7000-8000-000000000000' },
      category: 'nonsense',
      product: 'nothing',
      organisation: 'nowhere',
      receivedAt: '2026-11-23T09:05:00.001Z',
    };
    const rulesOf = async (body: unknown, kind: 'complaint' | 'survey' = 'complaint') => {
      const { body: answer } = await file(body, undefined, kind);
      const { errors } = answer as { errors: { path: string; rule: string }[] };
      return errors.map(({ path, rule }) => `${path} ${rule}`);
    };
    expect(await rulesOf(wrong)).toEqual([
      'receivedAt in-the-future',
      'category unknown-code',
      'product unknown-code',
      'organisation unknown-code',
      'customer.id unknown-customer',
    ]);
    const phone = { ...wrong, customer: { name: 'x', phone: '-- -- --' }, receivedAt: undefined };
    expect(await rulesOf(phone)).toEqual([
      'customer.phone format:phone',
      ...['category', 'product', 'organisation'].map((path) => `${path} unknown-code`),
    ]);
    const caseId = '00000000-0000-7000-8000-000000000000';
    const answeredAt = '1969-12-31T23:59:59Z';
    const survey = { caseId, customerId: caseId, kind: 'csat', score: 5, answeredAt };
    expect(await rulesOf(survey, 'survey')).toEqual([
      'answeredAt before-1970',
      'caseId unknown-case',
    ]);
    expect(await countComplaints()).toBe(before);
  });

  it('files once under one key, however often and at once it comes', async () => {
    const before = await countComplaints();
    const answers = await Promise.all(Array.from({ length: 20 }, () => file(complaint, 'key-1')));
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1);
    expect(await countComplaints()).toBe(before + 1);
    expect(await file({ ...complaint, severity: 'high' }, 'key-1')).toMatchObject({ status: 409 });
  });

  it('keeps no refused answer, and forgets a key after 24 hours of real time', async () => {
    expect(await file({ ...complaint, category: 'later' }, 'key-2')).toMatchObject({ status: 422 });
    expect(await file(complaint, 'key-2')).toMatchObject({ status: 201, replayed: false });
    intake.clock.advance(30 * 24 * 3_600_000);
    expect(await file(complaint, 'key-2')).toMatchObject({ status: 201, replayed: true });
    const age = (interval: string) =>
      intake.database.query(
        `UPDATE idempotency_keys SET created_at = now() - $1::interval WHERE key = 'key-2'`,
        [interval],
      );
    await age('23 hours 59 minutes');
    expect(await file(complaint, 'key-2')).toMatchObject({ status: 201, replayed: true });
    await age('24 hours 1 second');
    expect(await file(complaint, 'key-2')).toMatchObject({ status: 201, replayed: false });
  });

  it('takes callbacks and surveys by case id or number and refuses unknown cases', async () => {
    const { body } = await file(complaint);
    const { caseId, number } = body as { caseId: string; number: string };
    const at = new Date(intake.clock.now()).toISOString();
    const callback = { type: 'closing', outcome: 'reached', satisfied: true, note: 'fine', at };
    expect(await file({ ...callback, caseId: number }, undefined, 'callback')).toMatchObject({
      status: 201,
      body: { caseId },
    });
    const customerId = (await intake.eventsOf<{ customerId: string }>(ComplaintRegistered.type)).at(
      -1,
    )!.data.customerId;
    const survey = { caseId, customerId, kind: 'csat', score: 5, comment: 'thanks' };
    expect(await file(survey, undefined, 'survey')).toMatchObject({
      status: 201,
      body: { caseId },
    });
    const stranger = { ...survey, customerId: '00000000-0000-7000-8000-000000000000' };
    expect(await file(stranger, undefined, 'survey')).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'customerId', rule: 'contradicts' }] },
    });
    const digit = number.endsWith('0') ? '1' : '0';
    expect(
      await file({ ...callback, caseId: number.slice(0, -1) + digit }, undefined, 'callback'),
    ).toMatchObject({ status: 422, body: { errors: [{ path: 'caseId', rule: 'unknown-case' }] } });
  });
});
