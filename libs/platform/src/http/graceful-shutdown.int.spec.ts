import { generateKeyPairSync } from 'node:crypto';
import { Agent, get } from 'node:http';
import { Controller, Get, Module, Res, type OnModuleDestroy } from '@nestjs/common';
import { describe, expect, it } from '@jest/globals';
import type { FastifyReply } from 'fastify';
import { waitFor } from '#testing';
import { Public } from '../auth/decorators.js';
import { createTokenVerifier } from '../auth/tokens.js';
import { createLogger } from '../create-logger.js';
import { HealthRegistry } from '../health/health-registry.js';
import { createServiceApp } from './create-service-app.js';
import { closeInOrder } from './graceful-shutdown.js';

let release: () => void = () => undefined;
let entered: () => void = () => undefined;

@Public()
@Controller()
class SlowController {
  @Get('slow')
  async slow() {
    await new Promise<void>((resolve) => {
      release = resolve;
      entered();
    });
    return { finished: true };
  }
  @Get('stream')
  stream(@Res() reply: FastifyReply) {
    reply.hijack();
    reply.raw.writeHead(200, { 'content-type': 'text/event-stream' }).write(': open\n\n');
  }
}

@Module({ controllers: [SlowController] })
class SlowModule {}

@Module({})
class HangingModule implements OnModuleDestroy {
  onModuleDestroy = () => new Promise<void>(() => undefined);
}

const logger = createLogger('probe', { level: 'silent' });
const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });

async function start(module: new () => unknown) {
  const health = new HealthRegistry();
  const verifier = createTokenVerifier({ tokenKey: privateKey });
  const app = await createServiceApp(module, {
    service: 'probe',
    logger,
    verifier,
    health,
    stopOnSignals: false,
  });
  await app.listen(0, '127.0.0.1');
  const closed: string[] = [];
  const last = async () => void closed.push('last');
  return { options: { app, health, logger, last }, base: await app.getUrl(), closed };
}

describe('closeInOrder', () => {
  it('lets running requests finish and closes the rest after them', async () => {
    const { options, base, closed } = await start(SlowModule);
    const running = new Promise<void>((resolve) => (entered = resolve));
    const answer = fetch(`${base}/slow`);
    await running;
    const closing = closeInOrder(options);
    expect((await options.health.readiness()).ready).toBe(false);
    expect(closed).toEqual([]);
    release();
    expect(await (await answer).json()).toEqual({ finished: true });
    await closing;
    expect(closed).toEqual(['last']);
  });

  it('does not wait for a connection that a caller keeps open after its answer', async () => {
    const { options, base } = await start(SlowModule);
    const running = new Promise<void>((resolve) => (entered = resolve));
    const agent = new Agent({ keepAlive: true });
    const answer = new Promise<void>((resolve) =>
      get(`${base}/slow`, { agent }, (response) => response.resume().once('end', resolve)),
    );
    await running;
    const startedAt = performance.now();
    const closing = closeInOrder(options, { requestsMs: 20_000, modulesMs: 25_000 });
    await waitFor(() => !options.app.getHttpServer().listening);
    release();
    await answer;
    await closing;
    expect(performance.now() - startedAt).toBeLessThan(5_000);
    agent.destroy();
  });

  it('cuts streams that would never end', async () => {
    const { options, base, closed } = await start(SlowModule);
    const stream = await fetch(`${base}/stream`);
    await closeInOrder(options, { requestsMs: 50, modulesMs: 5_000 });
    await expect(stream.text()).rejects.toThrow();
    expect(closed).toEqual(['last']);
  });

  it('closes the rest also when a module hangs, and says so', async () => {
    const { options, closed } = await start(HangingModule);
    await expect(closeInOrder(options, { requestsMs: 10, modulesMs: 50 })).rejects.toThrow(
      'in time',
    );
    expect(closed).toEqual(['last']);
    options.app.getHttpServer().close();
  });
});
