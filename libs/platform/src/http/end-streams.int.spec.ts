import { get, type IncomingMessage, type ServerResponse } from 'node:http';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Controller, Get, Module, Res } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply } from 'fastify';
import { waitFor } from '#testing';
import type { Principal } from '../auth/principal.js';
import { createLogger } from '../create-logger.js';
import { createServiceApp } from './create-service-app.js';

const before: Principal = { sub: 'u1', username: 'ann', roles: ['agent', 'bi'], kind: 'user' };
let now: Principal | undefined = before;
let look: () => void = () => undefined;
const answers: ServerResponse[] = [];
let answerSlow: (() => void) | undefined;

@Controller('api/v1/streams')
class StreamsController {
  @Get('some')
  some(@Res() reply: FastifyReply) {
    reply.hijack();
    answers.push(reply.raw);
    reply.raw.writeHead(200, { 'content-type': 'text/event-stream' }).write(': open\n\n');
  }
  @Get('slow')
  async slow(@Res() reply: FastifyReply) {
    await new Promise<void>((resolve) => (answerSlow = resolve));
    this.some(reply);
  }
}

@Module({ controllers: [StreamsController] })
class StreamsModule {}

let app: NestFastifyApplication;
beforeAll(async () => {
  app = await createServiceApp(StreamsModule, {
    service: 'probe',
    logger: createLogger('probe', { level: 'silent' }),
    verifier: { verify: () => Promise.resolve(before) },
    signIns: {
      standing: () => now,
      onLook: (listener) => {
        look = listener;
        return () => (look = () => undefined);
      },
    },
    stopOnSignals: false,
  });
  await app.listen(0, '127.0.0.1');
});
afterAll(() => app?.close());

const headers = { authorization: 'Bearer token' };
const open = async (path: string) =>
  fetch(`${await app.getUrl()}/api/v1/streams/${path}`, { headers });
const standsAs = (change: Partial<Principal> | undefined) => {
  now = change && { ...before, ...change };
  look();
};

it('leaves a stream whose reader is who opened it', async () => {
  const stream = await open('some');
  standsAs({ roles: ['bi', 'agent'] });
  const reader = stream.body!.getReader();
  expect((await reader.read()).done).toBe(false);
  answers.at(-1)!.write(': more\n\n');
  expect(new TextDecoder().decode((await reader.read()).value)).toContain('more');
  standsAs(undefined);
  expect((await reader.read()).done).toBe(true);
});

it.each<[string, Partial<Principal> | undefined]>([
  ['signed out', undefined],
  ['given a role', { roles: ['agent', 'bi', 'supervisor'] }],
  ['robbed of a role', { roles: ['agent'] }],
  ['put for another agent', { agentId: 'a-002' }],
])('ends it, not cut, once its reader is %s', async (_title, change) => {
  now = before;
  const stream = await open('some');
  standsAs(change);
  expect(await stream.text()).toBe(': open\n\n');
});

it('waits with a stream that is not answered yet', async () => {
  now = before;
  const opening = open('slow');
  await waitFor(() => answerSlow !== undefined, { describe: 'the request' });
  standsAs(undefined);
  answerSlow!();
  const stream = await opening;
  look();
  expect(await stream.text()).toBe(': open\n\n');
});

it('cuts off at the next look who takes nothing of what was written', async () => {
  now = before;
  const url = `${await app.getUrl()}/api/v1/streams/some`;
  const idle = await new Promise<IncomingMessage>((resolve, reject) =>
    get(url, { headers, agent: false }, resolve).once('error', reject),
  );
  idle.on('error', () => undefined);
  const answer = answers.at(-1)!;
  // More than the buffers of both sides hold.
  answer.write('x'.repeat(64 * 1_024 * 1_024));
  standsAs(undefined);
  expect(answer.writableEnded).toBe(true);
  expect(answer.destroyed).toBe(false);
  look();
  await waitFor(() => answer.destroyed, { describe: 'the cut' });
  idle.destroy();
});
