import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { currentContext } from './request-context.js';
import { runInSpan, startTracing } from './tracing.js';

const trace = '4bf92f3577b34da6a3ce929d0e0e4736';
const parent = { traceparent: `00-${trace}-00f067aa0ba902b7-01`, correlationId: 'c1' };

describe('runInSpan', () => {
  it('passes on trace and correlation without a collector', async () => {
    await runInSpan('outer', parent, async (outer) => {
      expect(currentContext()).toEqual(outer);
      expect(outer.correlationId).toBe('c1');
      await runInSpan('inner', outer, async (inner) => {
        expect(inner.traceparent.slice(0, 35)).toBe(`00-${trace}`);
        expect(inner.traceparent).not.toBe(outer.traceparent);
      });
    });
    expect(currentContext()).toBeUndefined();
  });

  it('starts a new trace for a parent that is malformed or dangerous', async () => {
    await runInSpan('x', { traceparent: 'bad', correlationId: 'a\r\nb' }, async (context) => {
      expect(context.traceparent).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/);
      expect(context.correlationId).not.toContain('\n');
    });
  });

  it('exports spans below the trace of the caller', async () => {
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
    await runInSpan('handle event', parent, async ({ traceparent }) => {
      expect(traceparent).toContain(trace);
    });
    await tracing.shutdown();
    expect(bodies.join('')).toContain('handle event');
    expect(bodies.join('')).toContain(trace);
    await new Promise((resolve) => collector.close(resolve));
  });
});
