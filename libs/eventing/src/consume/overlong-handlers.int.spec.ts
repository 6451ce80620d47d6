import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { createTestDatabase, waitFor } from '#testing';
import { createClock, createLogger, openDatabase, type Database, type Tx } from '#platform';
import {
  rawUnit,
  record,
  seen,
  unitDefined,
  type TestHandler,
} from '../../test-support/transport-rig.js';
import { consumerMigrations } from '../store/consumer-migrations.js';
import { BatchProcessor, type ProcessorOptions, type Progress } from './batch-processor.js';
import { FailureDesk } from './failure-desk.js';
import { SecondChances } from './second-chances.js';
import { parkEvents } from './setting-aside.js';

/** As whoever set them for the server would: the pool's own are 5 s. */
const idling = `set local idle_in_transaction_session_timeout = '100ms'`;
const lasting = (ms: number) =>
  `set local transaction_timeout = 0; set local transaction_timeout = '${ms}ms'`;

let url: string;
let drop: () => Promise<void>;
let database: Database;
let observer: Database;
let stop: AbortController;
let tried: string[];
beforeEach(async () => {
  ({ url, drop } = await createTestDatabase());
  database = await open();
  observer = await open();
  stop = new AbortController();
  tried = [];
});
afterEach(async () => {
  stop.abort();
  await database.close();
  await observer.close();
  await drop();
});

/** @param opens what every transaction of the pool begins with */
function open(opens?: string): Promise<Database> {
  return openDatabase({
    url,
    schema: 'escalation',
    migrations: [...consumerMigrations(), { name: '0009-seen', sql: seen, opens }],
    applicationName: 'test',
  });
}

const progress: Progress = {
  begin: () => Promise.resolve(),
  advance: () => Promise.resolve(),
};

function optionsOn(consumer: Database, handle: TestHandler): ProcessorOptions {
  const noting: TestHandler = (event, context) => {
    tried.push(event.key);
    return handle(event, context);
  };
  return {
    database: consumer,
    clock: createClock(),
    logger: createLogger('test', { level: 'silent' }),
    handlers: new Map([[unitDefined, { kind: 'effect' as const, handle: noting }]]),
    signal: stop.signal,
  };
}

function deliver(handle: TestHandler, keys: string[], consumer = database): Promise<void> {
  const events = keys.map((key) => rawUnit(key));
  return new BatchProcessor(optionsOn(consumer, handle)).process(events, progress);
}

const pidOf = async (tx: Tx) =>
  (await tx.query<{ pid: number }>(`select pg_backend_pid() as pid`))[0]!.pid;

/** Once a connection has ended while nothing is asked of it. */
async function endOf(pid: number): Promise<void> {
  const asked = `select 1 from pg_stat_activity where pid = $1`;
  await waitFor(async () => (await observer.query(asked, [pid])).length === 0);
}

/** As a handler that computes, or waits for somebody else, until the server has had enough. */
async function outlast(tx: Tx, limit: string): Promise<void> {
  const pid = await pidOf(tx);
  await tx.query(limit);
  await endOf(pid);
}

const handledKeys = async () =>
  (await observer.query<{ key: string }>(`select key from seen order by number`)).map(
    ({ key }) => key,
  );
const parked = () => new FailureDesk(observer).listParked();
const triesOf = (key: string) => tried.filter((one) => one === key).length;

it.each([
  ['idles', idling, 'idle-in-transaction timeout'],
  ['lasts', lasting(100), 'transaction timeout'],
])(
  'parks the event whose handler %s too long each time, and nothing beside it',
  async (_what, limit, said) => {
    const slow: TestHandler = async (event, context) => {
      if (event.key === 'slow') await outlast(context.tx, limit);
      await record(event, context);
    };
    await deliver(slow, ['a', 'b', 'slow', 'c', 'd']);
    expect(await handledKeys()).toEqual(['a', 'b', 'c', 'd']);
    expect(await parked()).toMatchObject([{ key: 'slow', reason: 'handler-failed', attempts: 1 }]);
    expect((await parked())[0]!.detail).toContain(said);
    // Once with the others, and twice by itself.
    expect(triesOf('slow')).toBe(3);
    const outcomes = `select outcome, count(*)::int as n from inbox group by 1 order by 1`;
    expect(await observer.query(outcomes)).toEqual([
      { outcome: 'handled', n: 4 },
      { outcome: 'parked', n: 1 },
    ]);
  },
);

it('blames no event that only came after the one that took too long', async () => {
  const slow: TestHandler = async (event, context) => {
    if (event.key === 'slow') return outlast(context.tx, idling);
    await record(event, context);
  };
  await deliver(slow, ['a', 'slow', 'b', 'c']);
  expect(await handledKeys()).toEqual(['a', 'b', 'c']);
  expect((await parked()).map(({ key }) => key)).toEqual(['slow']);
});

it('finds the one whose end shows at the commit only', async () => {
  const slow: TestHandler = async (event, context) => {
    if (event.key === 'slow') return outlast(context.tx, idling);
    await record(event, context);
  };
  await deliver(slow, ['a', 'b', 'slow']);
  expect(await handledKeys()).toEqual(['a', 'b']);
  expect((await parked()).map(({ key }) => key)).toEqual(['slow']);
});

it('parks nothing of a batch that takes too long as a whole', async () => {
  const consumer = await open(lasting(700));
  try {
    const steady: TestHandler = async (event, context) => {
      await context.tx.query(`select pg_sleep(0.15)`);
      await record(event, context);
    };
    const keys = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
    await deliver(steady, keys, consumer);
    expect(await handledKeys()).toEqual(keys);
    expect(await parked()).toEqual([]);
    expect(tried.length).toBeGreaterThan(keys.length);
  } finally {
    await consumer.close();
  }
});

it('forgives an event by itself that takes too long once', async () => {
  const onceSlow: TestHandler = async (event, context) => {
    if (triesOf('a') === 1) await outlast(context.tx, lasting(100));
    await record(event, context);
  };
  await deliver(onceSlow, ['a']);
  expect(await handledKeys()).toEqual(['a']);
  expect(await parked()).toEqual([]);
});

it.each([
  [
    'between two statements',
    async (tx: Tx) => {
      const pid = await pidOf(tx);
      await observer.query(`select pg_terminate_backend($1)`, [pid]);
      await endOf(pid);
    },
  ],
  [
    'within one',
    async (tx: Tx) => {
      await tx.query(`select pg_terminate_backend(pg_backend_pid())`);
    },
  ],
])('tries without an end what is cut off from outside %s', async (_where, cut) => {
  const cutOff: TestHandler = async (event, context) => {
    if (event.key === 'b' && triesOf('b') <= 5) await cut(context.tx);
    await record(event, context);
  };
  await deliver(cutOff, ['a', 'b', 'c']);
  expect(await handledKeys()).toEqual(['a', 'b', 'c']);
  expect(triesOf('b')).toBe(6);
  // The batch stays whole: nobody in it is at fault.
  expect(triesOf('c')).toBe(1);
});

it('counts each second chance that takes too long, and takes the event up once it does not', async () => {
  let isSlow = true;
  const options = optionsOn(database, async (event, context) => {
    if (isSlow) await outlast(context.tx, idling);
    await record(event, context);
  });
  const processor = new BatchProcessor(options);
  await processor.process([rawUnit('slow')], progress);
  const chances = new SecondChances(options, processor);
  chances.start();
  try {
    await waitFor(async () => (await parked()).some(({ attempts }) => attempts >= 3), {
      describe: 'two second chances',
    });
    isSlow = false;
    await waitFor(async () => (await parked()).length === 0, { describe: 'the third' });
    expect(await handledKeys()).toEqual(['slow']);
  } finally {
    stop.abort();
    await chances.stopped();
  }
});

const malformed = () => ({ ...rawUnit('odd'), body: 'no event', malformed: 'no CloudEvent' });
const deadLetters = () =>
  observer.query(
    `select d.reason, convert_from(d.body, 'UTF8') as body, i.outcome
       from dead_letters d join inbox i on i.id = d.event_id`,
  );
const buried = [{ reason: 'malformed', body: 'no event', outcome: 'dead' }];

it('blames no handler for a record that is none of theirs, however often it takes too long', async () => {
  let begun = 0;
  const slow: Progress = {
    ...progress,
    begin: async (tx) => {
      begun += 1;
      if (begun <= 3) await outlast(tx, lasting(100));
    },
  };
  const processor = new BatchProcessor(optionsOn(database, record));
  await processor.process([malformed()], slow);
  expect(begun).toBe(4);
  expect(await deadLetters()).toEqual(buried);
  expect(await parked()).toEqual([]);
});

it('buries a record without an event that was parked all the same', async () => {
  const raw = malformed();
  await database.transaction((tx) =>
    parkEvents(tx, [{ raw, reason: 'handler-failed', detail: 'too long' }], 1, Date.now()),
  );
  const options = optionsOn(database, record);
  const chances = new SecondChances(options, new BatchProcessor(options));
  chances.start();
  try {
    await waitFor(async () => (await parked()).length === 0, { describe: 'the second chance' });
    expect(await deadLetters()).toEqual(buried);
    expect(tried).toEqual([]);
  } finally {
    stop.abort();
    await chances.stopped();
  }
});
