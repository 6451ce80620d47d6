import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Kafka, logLevel } from 'kafkajs';
import type { IHeaders, Producer } from 'kafkajs';
import { ComplaintRegistered, inboundTopics, topics } from '#contracts';
import { waitFor } from '#testing';
import { openOnKafka } from '../test/open-on-kafka.js';
import type { TestOnKafka } from '../test/open-on-kafka.js';

let standalone: TestOnKafka;
let producer: Producer;
const kafka = () =>
  new Kafka({ brokers: standalone.brokers, clientId: 'crm', logLevel: logLevel.ERROR });

beforeAll(async () => {
  standalone = await openOnKafka();
  producer = kafka().producer();
  await producer.connect();
}, 240_000);

afterAll(async () => {
  await producer?.disconnect();
  await standalone?.close();
}, 120_000);

type Topic = keyof typeof inboundTopics;
async function publish(
  topic: Topic,
  value: unknown,
  options: { key?: string | Buffer; headers?: IHeaders } = {},
): Promise<void> {
  const bytes = Buffer.isBuffer(value) ? value : Buffer.from(JSON.stringify(value));
  const { key = 'K', headers } = options;
  await producer.send({ topic: inboundTopics[topic], messages: [{ key, value: bytes, headers }] });
}

const intake = () => standalone.services.runtimes.get('intake')!.database;
const complaint = (changes = {}) => ({
  channel: 'app',
  customer: { name: '李娜', phone: '13900139000' },
  category: 'billing',
  statement: '账单重复扣费',
  ...changes,
});

const complaintsOf = (externalId: string) =>
  intake().query<{ id: string; statement: string; receivedAt: Date }>(
    `select id, statement, received_at as "receivedAt" from complaints where external_id = $1`,
    [externalId],
  );
async function filed(externalId: string) {
  const describe = `the complaint ${externalId}`;
  return waitFor(async () => (await complaintsOf(externalId))[0], { timeoutMs: 30_000, describe });
}
const deadLetter = (where: string) =>
  waitFor(
    async () =>
      (
        await intake().query<{ reason: string; detail: string; body: Buffer; key: string }>(
          `select reason, detail, body, key from dead_letters where ${where} order by number desc`,
        )
      )[0],
    { timeoutMs: 30_000, describe: `the dead letter ${where}` },
  );
const caseOf = (id: string) =>
  waitFor(
    async () => {
      const { status, body } = await standalone.call('agent', 'GET', `/api/v1/cases/${id}`);
      return status === 200 && body;
    },
    { timeoutMs: 30_000, describe: `the case ${id}` },
  );

describe('a complaint that another system publishes', () => {
  it('opens a case, as a plain record with fields that nobody knows', async () => {
    await publish('complaints', complaint({ externalId: 'plain', colour: 'red' }));
    const { id } = await filed('plain');
    expect(await caseOf(id)).toMatchObject({ stage: 'control', category: 'billing' });
  }, 180_000);

  it('is sealed in the log and known by its publisher', async () => {
    const headers = {
      ce_specversion: '1.0',
      ce_id: 'crm-seal',
      ce_source: '/crm',
      ce_type: 'clearline.inbound.complaint.v1',
      ce_time: '2026-05-06T07:08:09Z',
      ce_origin: 'import',
    };
    await publish('complaints', complaint({ externalId: 'sealed' }), { headers });
    const { id, receivedAt } = await filed('sealed');
    expect(receivedAt.toISOString()).toBe('2026-05-06T07:08:09.000Z');
    const [event] = await intake().query<{ data: string; headers: string; type: string }>(
      `select type, data, headers from events where key = $1`,
      [id],
    );
    expect(event?.type).toBe(ComplaintRegistered.type);
    expect(event?.data).not.toContain('扣费');
    expect(JSON.parse(event!.data)).toMatchObject({ registeredBy: { name: '/crm' } });
    expect(JSON.parse(event!.headers)).toMatchObject({ causationid: 'crm-seal', actor: '/crm' });
    expect(event?.headers).not.toContain('origin');
  }, 180_000);

  it('is filed once, however often its CloudEvent is delivered', async () => {
    const headers = {
      ce_specversion: '1.0',
      ce_id: 'crm-again',
      ce_source: '/crm',
      ce_type: 'clearline.inbound.complaint',
    };
    const body = complaint({ externalId: 'again' });
    await publish('complaints', body, { headers });
    await publish('complaints', body, { headers });
    await publish('complaints', complaint({ externalId: 'again-other' }), { headers });
    await publish('complaints', complaint({ externalId: 'after-again' }));
    await filed('after-again');
    expect(await complaintsOf('again')).toHaveLength(1);
    expect(await complaintsOf('again-other')).toHaveLength(0);
    const conflict = await deadLetter(`event_id = 'crm-again'`);
    expect(conflict.reason).toBe('conflicting-duplicate');
  }, 180_000);

  it('shows on clearline.complaints as a CloudEvent in binary mode', async () => {
    const consumer = kafka().consumer({ groupId: 'outside-reader' });
    const seen: { type: string; headers: Record<string, string> }[] = [];
    await consumer.connect();
    await consumer.subscribe({ topic: topics.complaints, fromBeginning: true });
    await consumer.run({
      eachMessage: ({ message }) => {
        const headers = Object.fromEntries(
          Object.entries(message.headers ?? {}).map(([name, value]) => [name, String(value)]),
        );
        seen.push({ type: headers['ce_type'] ?? '', headers });
        return Promise.resolve();
      },
    });
    await publish('complaints', complaint({ externalId: 'outside' }));
    const { id } = await filed('outside');
    const event = await waitFor(
      () => Promise.resolve(seen.find(({ headers }) => headers['ce_partitionkey'] === id)),
      { timeoutMs: 30_000, describe: 'the CloudEvent' },
    );
    await consumer.disconnect();
    expect(event.headers).toMatchObject({
      ce_specversion: '1.0',
      ce_type: ComplaintRegistered.type,
      'content-type': 'application/json',
    });
  }, 180_000);
});

const plain = (body: unknown) => Buffer.from(JSON.stringify(body));
const asEvent = (changes: Record<string, string>) => ({
  ce_specversion: '1.0',
  ce_id: 'x-1',
  ce_source: '/crm',
  ce_type: 'clearline.inbound.complaint.v1',
  ...changes,
});

describe('a record that can never be filed', () => {
  it.each<[string, string, Buffer, IHeaders | undefined, RegExp]>([
    ['is no UTF-8', 'malformed', Buffer.from([0x7b, 0xff, 0x00, 0xfe]), undefined, /UTF-8/],
    ['is no JSON', 'invalid-data', Buffer.from('{"channel":'), undefined, /no JSON/],
    ['is empty', 'invalid-data', Buffer.alloc(0), undefined, /no JSON/],
    ['has a wrong type', 'invalid-data', plain(complaint({ severity: 3 })), undefined, /severity/],
    ['is an array', 'invalid-data', plain([complaint()]), undefined, /clearline.inbound/],
    [
      'names an unknown category',
      'unknown-code',
      plain(complaint({ category: 'nonsense' })),
      undefined,
      /category/,
    ],
    [
      'lies in the future',
      'in-the-future',
      plain(complaint({ receivedAt: '2999-01-01T00:00:00Z' })),
      undefined,
      /receivedAt/,
    ],
    ['holds NUL', 'invalid-text', plain(complaint({ statement: 'a\0b' })), undefined, /statement/],
    [
      'lacks an attribute of its CloudEvent',
      'malformed',
      plain(complaint()),
      { ce_specversion: '1.0', ce_id: 'x' },
      /missing/,
    ],
    [
      'is of an unknown version',
      'unknown-type',
      plain(complaint()),
      asEvent({ ce_type: 'clearline.inbound.complaint.v9' }),
      /v9/,
    ],
    [
      'is of a type that belongs on another topic',
      'malformed',
      plain(complaint()),
      asEvent({ ce_id: 'x-2', ce_type: 'clearline.case.closed.v1' }),
      /topic/,
    ],
  ])(
    'because it %s goes to the dead letters as %s with its bytes, and the next is filed',
    async (...row) => {
      const [title, reason, value, headers, detail] = row;
      const key = `dead ${title}`;
      await publish('complaints', value, { key, headers });
      const externalId = `behind ${title}`;
      await publish('complaints', complaint({ externalId }), { key });
      await filed(externalId);
      const letter = await deadLetter(`key = '${key}'`);
      expect(letter.reason).toBe(reason);
      expect(letter.detail).toMatch(detail);
      expect(letter.detail).not.toContain('扣费');
      expect(letter.body).toEqual(value);
    },
    180_000,
  );

  it('is redriven by a person once its reason is gone', async () => {
    const body = complaint({ externalId: 'redriven', category: 'brand-new' });
    await publish('complaints', body, { key: 'redrive' });
    await deadLetter(`key = 'redrive'`);
    const names = { zh: '新', en: 'New' };
    const category = { code: 'brand-new', name: names };
    await standalone.call('admin', 'POST', '/api/v1/organisation', { categories: [category] });
    const answer = await standalone.call('admin', 'POST', '/api/v1/dlq/redrive', {
      filter: { service: 'intake', reason: 'unknown-code' },
    });
    expect(answer.status).toBeLessThan(300);
    const { id } = await filed('redriven');
    await caseOf(id);
  }, 180_000);
});

describe('the other inbound topics', () => {
  it('take customers, callbacks and surveys, with keys of any bytes, up to the reports', async () => {
    await publish('customers', { name: '王芳', phone: '13700137000', tier: 'vip', source: 'crm' });
    await waitFor(
      async () =>
        (await intake().query(`select 1 from customers where name = '王芳' and tier = 'vip'`))[0],
      { timeoutMs: 30_000, describe: 'the customer' },
    );
    const number = Buffer.alloc(8, 0);
    await publish('complaints', complaint({ externalId: 'followed' }), { key: number });
    const { id } = await filed('followed');
    const callback = { caseId: id, type: 'resolution', outcome: 'reached', satisfied: true };
    await publish('callbacks', callback);
    // What its kind has no use for is left out, as any field that nobody knows.
    await publish('surveys', { caseId: id, kind: 'csat', score: 5, answers: { speed: 4 } });
    await waitFor(
      async () => {
        const path = `/api/v1/cases/${id}/timeline`;
        const timeline = JSON.stringify((await standalone.call('agent', 'GET', path)).body);
        return timeline.includes('"callback"') && timeline.includes('"survey"');
      },
      { timeoutMs: 30_000, describe: 'both on the case' },
    );
    const report = async (name: string) =>
      (await standalone.call('bi', 'GET', `/api/v1/reports/${name}`)).body['totals'];
    const satisfaction = await waitFor(
      async () => {
        const totals = (await report('satisfaction')) as { answered: number };
        return totals.answered === 1 && totals;
      },
      { timeoutMs: 30_000, describe: 'the score in the report' },
    );
    expect(satisfaction).toMatchObject({ satisfied: 1, insufficient: true });
    const [all] = await intake().query<{ filed: number }>(
      'select count(*)::int as filed from complaints',
    );
    await waitFor(
      async () => ((await report('volume')) as { received: number }).received === all!.filed,
      { timeoutMs: 30_000, describe: 'every complaint in the report' },
    );
  }, 180_000);

  it('hold a callback whose case is not known yet, and only it', async () => {
    const caseId = '01963b1c-7a00-7000-8000-00000000dead';
    await publish(
      'callbacks',
      { caseId, type: 'resolution', outcome: 'reached' },
      { key: 'ahead' },
    );
    const parked = await waitFor(
      async () =>
        (
          await intake().query<{ reason: string }>(`select reason from parked where key = 'ahead'`)
        )[0],
      { timeoutMs: 30_000, describe: 'the parked callback' },
    );
    expect(parked.reason).toBe('awaiting-case');
    await publish(
      'callbacks',
      { caseId: '2026-0000123-0', type: 'a', outcome: 'reached' },
      { key: 'typo' },
    );
    expect((await deadLetter(`key = 'typo'`)).detail).toMatch(/check digit/);
  }, 180_000);
});
