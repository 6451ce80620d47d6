import 'reflect-metadata';
import { expect, it } from '@jest/globals';
import { Controller, Injectable, Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { EventPattern } from '@nestjs/microservices';
import { pino } from 'pino';
import { createTestDatabase, testConfig } from '#testing';
import { unitDefined } from '../../test-support/transport-rig.js';
import { projection } from '../consume/handlers.js';
import { consumerMigrations } from '../store/consumer-migrations.js';
import { bootServices } from './boot-services.js';
import { serviceTransport, type ServiceDefinition } from './service-definition.js';

const calls: string[] = [];

/** A service whose worker starts and stops with the application. */
function service(name: string): ServiceDefinition {
  @Injectable()
  class Worker {
    onModuleInit = () => calls.push(`${name} init`);
    onApplicationBootstrap = () => calls.push(`${name} start`);
    onApplicationShutdown = () => calls.push(`${name} stop`);
  }
  @Controller()
  class Units {
    @EventPattern<string>(unitDefined, serviceTransport(name), projection())
    onUnit(): void {}
  }
  @Module({})
  class Part {}
  return {
    name,
    migrations: consumerMigrations(),
    subscribes: ['clearline.organisation'],
    writesEvents: false,
    module: (): DynamicModule => ({ module: Part, controllers: [Units], providers: [Worker] }),
  };
}

it('starts and stops the workers of each service once, however many transports there are', async () => {
  const database = await createTestDatabase();
  const running = await bootServices(
    [service('first'), service('second'), service('third')],
    { ...testConfig(), databaseUrl: database.url },
    { defaultHost: '127.0.0.1', stopOnSignals: false },
  );
  await running.close();
  await database.drop();
  const each = (step: string) => ['first', 'second', 'third'].map((name) => `${name} ${step}`);
  expect([...calls].sort()).toEqual([...each('init'), ...each('start'), ...each('stop')].sort());
});

it('names in each line of the log the one service that wrote it', async () => {
  const database = await createTestDatabase();
  const running = await bootServices(
    [service('fourth'), service('fifth')],
    { ...testConfig({ logLevel: 'warn' }), databaseUrl: database.url },
    { defaultHost: '127.0.0.1', stopOnSignals: false },
  );
  for (const [name, { logger }] of running.runtimes) {
    // pino keeps as text what each line begins with: keys that are there twice show.
    expect(Reflect.get(logger, pino.symbols.chindingsSym)).toBe(`,"service":"${name}"`);
  }
  await running.close();
  await database.drop();
});
