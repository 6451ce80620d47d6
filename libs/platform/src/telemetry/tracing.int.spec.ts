import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { childContext, currentContext } from './request-context.js';
import { inSpan, startTracing } from './tracing.js';

const trace = '4bf92f3577b34da6a3ce929d0e0e4736';
const parent = { traceparent: `00-${trace}-00f067aa0ba902b7-01`, correlationId: 'c1' };

describe('tracing', () => {
  it('starts a new trace for a parent that is malformed or dangerous', () => {
    const context = childContext({ traceparent: 'bad', correlationId: 'a\r\nb' });
    expect(context.traceparent).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/);
    expect(context.correlationId).not.toContain('\n');
  });

  it('makes no span without a collector', async () => {
    await inSpan('outer', async () => expect(currentContext()).toBeUndefined(), { parent });
  });

  it('exports spans below the trace of the caller, each below the one around it', async () => {
    const bodies: string[] = [];
    const collector = createServer((request, response) => {
      request.on('data', (chunk: Buffer) => bodies.push(chunk.toString('latin1')));
      request.on('end', () => response.end('{}'));
    });
    await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve));
    const { port } = collector.address() as AddressInfo;
    const tracing = await startTracing({
      service: 'probe',
      otlpEndpoint: `http://127.0.0.1:${port}`,
    });
    await inSpan(
      'handle event',
      async () => {
        const outer = currentContext();
        expect(outer).toMatchObject({ correlationId: 'c1' });
        await inSpan('within', async () => {
          expect(currentContext()?.traceparent.slice(0, 35)).toBe(`00-${trace}`);
          expect(currentContext()).not.toEqual(outer);
        });
      },
      { parent },
    );
    await inSpan('without a trace', async () => expect(currentContext()).toBeUndefined());
    await tracing.shutdown();
    expect(bodies.join('')).toContain('handle event');
    expect(bodies.join('')).toContain('within');
    expect(bodies.join('')).not.toContain('without a trace');
    expect(bodies.join('')).toContain(trace);
    await new Promise((resolve) => collector.close(resolve));
  });

  it('does not let a collector that hangs hold an orderly stop', async () => {
    const collector = createServer(() => undefined);
    await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve));
    const { port } = collector.address() as AddressInfo;
    const otlpEndpoint = `http://127.0.0.1:${port}`;
    const tracing = await startTracing({ service: 'probe', otlpEndpoint });
    await inSpan('handle event', async () => undefined, { parent });
    const startedAt = performance.now();
    await tracing.shutdown();
    expect(performance.now() - startedAt).toBeLessThan(3_000);
    collector.closeAllConnections();
    await new Promise((resolve) => collector.close(resolve));
  });
});
