import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ComplaintRegistered } from '#contracts';
import { waitUntilCaughtUp } from '#eventing';
import { createTestDatabase, waitFor } from '#testing';
import { openTestStandalone, type TestStandalone } from '../test/open-test-standalone.js';
import { sampleComplaint } from '../test/samples.js';

interface Span {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
}

const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
const callerSpan = '00f067aa0ba902b7';

const received: { path: string; text: string }[] = [];
let collector: Server;
let endpoint: string;

/** An OTLP collector over HTTP with JSON, which is what the exporter sends. */
beforeAll(async () => {
  collector = createServer((request, response) => {
    let text = '';
    request.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
    request.on('end', () => {
      received.push({ path: request.url ?? '', text });
      response.setHeader('content-type', 'application/json').end('{}');
    });
  });
  await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve));
  endpoint = `http://127.0.0.1:${(collector.address() as AddressInfo).port}`;
});

afterAll(async () => {
  collector.closeAllConnections();
  await new Promise((resolve) => collector.close(resolve));
});

function spans(): Span[] {
  interface Export {
    resourceSpans: { scopeSpans: { spans: Span[] }[] }[];
  }
  return received
    .flatMap(({ text }) => (JSON.parse(text) as Export).resourceSpans)
    .flatMap(({ scopeSpans }) => scopeSpans)
    .flatMap((scope) => scope.spans);
}

async function fileComplaint(product: TestStandalone): Promise<void> {
  const headers = {
    'content-type': 'application/json',
    prefer: 'wait=10',
    traceparent: `00-${traceId}-${callerSpan}-01`,
  };
  const body = JSON.stringify(sampleComplaint);
  expect((await product.send('agent', '/api/v1/complaints', body, headers)).status).toBe(201);
  await waitUntilCaughtUp([...product.services.transports()], { timeoutMs: 20_000 });
}

describe('OTLP export', () => {
  it('sends one trace from the request through the store and the handlers to the reports', async () => {
    const database = await createTestDatabase();
    const product = await openTestStandalone(database, { otlpEndpoint: endpoint });
    try {
      await fileComplaint(product);
    } finally {
      await product.close();
    }
    const found = await waitFor(() => {
      const ofTrace = spans().filter((span) => span.traceId === traceId);
      return ofTrace.length >= 5 ? ofTrace : undefined;
    });
    const byName = new Map(found.map((span) => [span.name, span]));
    const request = byName.get('POST /api/v1/complaints');
    const stored = byName.get('intake stores a filing');
    const opened = byName.get(`escalation handles ${ComplaintRegistered.type}`);
    const reported = byName.get('reporting handles clearline.case.opened.v1');
    expect(request?.parentSpanId).toBe(callerSpan);
    expect(stored?.parentSpanId).toBe(request?.spanId);
    expect(opened?.parentSpanId).toBe(request?.spanId);
    expect(reported?.parentSpanId).toBe(opened?.spanId);
    expect(new Set(received.map(({ path }) => path))).toEqual(new Set(['/v1/traces']));
    const sent = received.map(({ text }) => text).join('');
    for (const personal of ['张伟', '13800138000', '燃气账单重复扣费']) {
      expect(sent).not.toContain(personal);
    }
  });

  it('sends nothing without an endpoint, and the trace is in the events all the same', async () => {
    received.length = 0;
    const database = await createTestDatabase();
    const product = await openTestStandalone(database);
    try {
      await fileComplaint(product);
      const log = await product.services.runtimes
        .get('escalation')!
        .database.query<{ headers: string }>(`select headers from escalation.events`);
      expect(log.length).toBeGreaterThan(0);
      for (const { headers } of log) expect(headers).toContain(traceId);
    } finally {
      await product.close();
    }
    expect(received).toEqual([]);
  });
});
