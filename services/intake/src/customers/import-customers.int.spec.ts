import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CustomerRegistered, CustomerUpdated } from '#contracts';
import { createTestDatabase, fakeClock, type FakeClock } from '#testing';
import { openTestEdge } from '../../test/open-test-edge.js';
import { openTestIntake, type TestIntake } from '../../test/open-test-intake.js';

let intake: TestIntake<FakeClock>;
let edge: Awaited<ReturnType<typeof openTestEdge>>;
beforeAll(async () => {
  intake = await openTestIntake({
    database: await createTestDatabase(),
    clock: fakeClock('2026-11-23T09:00:00.000Z'),
  });
  edge = await openTestEdge(intake);
});
afterAll(async () => {
  await edge?.close();
  await intake?.close();
});

interface Item {
  outcome: string;
  customerId?: string;
}
async function take(customers: object[], dryRun = false) {
  const body = { customers, dryRun };
  const answer = await edge.call('admin', 'POST', 'customers/imports', body);
  expect(answer.status).toBe(207);
  return answer.body['items'] as Item[];
}
const outcomesOf = (items: Item[]) => items.map(({ outcome }) => outcome);

describe('POST /api/v1/customers/imports', () => {
  const customers = [
    { name: '李秘密', phone: '139 1234 0001', tier: 'key' },
    { name: 'No Phone' },
    { name: 'Ann Lee', phone: '+1 410 555 0100' },
    { name: '李秘密', phone: '+86 13912340001', email: 'li@example.org' },
  ];

  it('says of each what would become of it, and registers nobody', async () => {
    const items = await take(customers, true);
    expect(outcomesOf(items)).toEqual(['created', 'refused', 'created', 'changed']);
    expect(await intake.eventsOf(CustomerRegistered.type)).toEqual([]);
  });

  it('registers those who are none yet, changes those who are, and leaves out who is refused', async () => {
    const items = await take(customers);
    expect(items).toMatchObject([
      { index: 0, outcome: 'created' },
      {
        ...{ index: 1, outcome: 'refused' },
        problem: { status: 422, errors: [{ path: 'phone', rule: 'required' }] },
      },
      { index: 2, outcome: 'created' },
      { index: 3, outcome: 'changed', customerId: items[0]!.customerId },
    ]);
    const { body } = await edge.call('agent', 'GET', `customers/${items[0]!.customerId}`);
    expect(body).toMatchObject({ name: '李秘密', tier: 'key', email: 'li@example.org' });
  });

  it('seals who they are', async () => {
    const events = [
      ...(await intake.eventsOf(CustomerRegistered.type)),
      ...(await intake.eventsOf(CustomerUpdated.type)),
    ];
    expect(events).toHaveLength(3);
    expect(JSON.stringify(events)).not.toMatch(/李秘密|Ann|13912340001|example\.org/);
  });

  it('changes nothing the second time', async () => {
    expect(outcomesOf(await take(customers))).toEqual(['same', 'refused', 'same', 'same']);
    expect(outcomesOf(await take(customers, true))).toEqual(['same', 'refused', 'same', 'same']);
    expect(await intake.eventsOf(CustomerRegistered.type)).toHaveLength(2);
  });

  it('takes five hundred, each once, and not one more', async () => {
    const many = Array.from({ length: 500 }, (_, index) => ({
      ...{ name: `Customer ${index}`, phone: `1380000${String(index).padStart(4, '0')}` },
    }));
    const items = await take(many);
    expect(new Set(outcomesOf(items))).toEqual(new Set(['created']));
    expect(new Set(items.map(({ customerId }) => customerId)).size).toBe(500);
    const body = { customers: [...many, {}] };
    expect(await edge.call('admin', 'POST', 'customers/imports', body)).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'customers' }] },
    });
  }, 60_000);

  it('is for administrators', async () => {
    const refused = await edge.call('supervisor', 'POST', 'customers/imports', { customers });
    expect(refused.status).toBe(403);
  });
});
