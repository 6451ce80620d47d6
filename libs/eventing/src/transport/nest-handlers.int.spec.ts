import 'reflect-metadata';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { Controller, Module, type INestMicroservice } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Ctx, EventPattern, Payload, type MicroserviceOptions } from '@nestjs/microservices';
import { createTestDatabase } from '#testing';
import { createClock, createLogger, openDatabase, type Database } from '#platform';
import { emptyStream, seen, unitDefined, unitEvent } from '../../test-support/transport-rig.js';
import { effect, projection, type BatchContext } from '../consume/handlers.js';
import { LogSignal } from '../consume/log-signal.js';
import { PermanentError } from '../errors.js';
import { consumerMigrations } from '../store/consumer-migrations.js';
import { EventStore } from '../store/event-store.js';
import { eventStoreMigrations } from '../store/store-migrations.js';
import type { StoredEvent } from '../store/stored-event.js';
import { ClearlineTransport } from './clearline-transport.js';
import { OriginalErrorFilter } from './original-error-filter.js';
import { waitUntilCaughtUp } from './wait-until-caught-up.js';

@Controller()
class UnitsController {
  @EventPattern<string>(unitDefined, projection())
  async onUnit(@Payload() event: StoredEvent, @Ctx() { tx }: BatchContext): Promise<void> {
    if (event.key === 'poison') throw new PermanentError('no-such-unit');
    await tx.query(`insert into seen (key, sequence) values ($1, $2)`, [event.key, event.sequence]);
  }
}

@Controller()
class SecondController {
  @EventPattern<string>(unitDefined, effect())
  onUnit(): void {}
}

@Module({ controllers: [UnitsController] })
class UnitsModule {}

@Module({ controllers: [UnitsController, SecondController] })
class TwiceModule {}

let producer: Database;
let consumer: Database;
let transport: ClearlineTransport;
let app: INestMicroservice | undefined;
let drop: () => Promise<void>;

beforeEach(async () => {
  const created = await createTestDatabase();
  drop = created.drop;
  const shared = { url: created.url, applicationName: 'test' };
  producer = await openDatabase({
    ...shared,
    schema: 'intake',
    migrations: eventStoreMigrations(),
  });
  consumer = await openDatabase({
    ...shared,
    schema: 'reporting',
    migrations: [...consumerMigrations(), { name: '0009-seen', sql: seen }],
  });
  transport = new ClearlineTransport({
    service: 'reporting',
    database: consumer,
    topics: [],
    engine: {
      kind: 'embedded',
      logs: [{ schema: 'intake', service: 'intake' }],
      signal: new LogSignal(),
    },
    clock: createClock(),
    logger: createLogger('test', { level: 'silent' }),
  });
});
afterEach(async () => {
  await app?.close();
  await transport.close();
  app = undefined;
  await producer.close();
  await consumer.close();
  await drop();
});

async function listen(module: typeof UnitsModule | typeof TwiceModule): Promise<void> {
  app = await NestFactory.createMicroservice<MicroserviceOptions>(module, {
    strategy: transport,
    logger: false,
  });
  app.useGlobalFilters(new OriginalErrorFilter());
  await app.listen();
}

it('calls an ordinary Nest handler, keeps its own error, and rebuilds what it projected', async () => {
  const store = new EventStore({ schema: 'intake', source: 'urn:test', clock: createClock() });
  const events = ['a', 'poison', 'b'].map((key) => unitEvent(key, Date.now()));
  await producer.transaction(async (tx) =>
    store.append(tx, [{ head: emptyStream('units'), events }]),
  );
  await listen(UnitsModule);
  await waitUntilCaughtUp([transport]);
  const rows = () => consumer.query(`select key, sequence from seen order by sequence`);
  const projected = [
    { key: 'a', sequence: 1 },
    { key: 'b', sequence: 3 },
  ];
  expect(await rows()).toEqual(projected);
  expect(await consumer.query(`select reason from dead_letters`)).toEqual([
    { reason: 'no-such-unit' },
  ]);

  await consumer.query(`update seen set key = 'drifted'`);
  const prepare = async (tx: { query(sql: string): Promise<unknown> }) => {
    await tx.query(`truncate seen`);
  };
  expect(await transport.rebuild({ prepare })).toEqual({ handled: 2 });
  expect(await rows()).toEqual(projected);
});

it('refuses two handlers of one event type in one service', async () => {
  await expect(listen(TwiceModule)).rejects.toThrow(/two handlers in one service/);
});
