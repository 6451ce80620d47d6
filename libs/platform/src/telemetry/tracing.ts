import { setTimeout as delay } from 'node:timers/promises';
import type { Span, Tracer } from '@opentelemetry/api';
import {
  childContext,
  currentContext,
  enterContext,
  formatTraceparent,
  parseTraceparent,
  type RequestContext,
} from './request-context.js';

type Api = typeof import('@opentelemetry/api');
/** A collector that hangs must hold neither the queue of spans nor an orderly stop for long. */
const exportTimeoutMs = 5_000;
const lastExportMs = 1_500;
let exporting: { api: Api; tracer: Tracer } | undefined;

export interface TracingOptions {
  service: string;
  /** OTEL_EXPORTER_OTLP_ENDPOINT; spans go to `<endpoint>/v1/traces`. */
  otlpEndpoint?: string;
}

/**
 * Starts the export of spans; without an endpoint only trace context is passed on and OpenTelemetry
 * is never loaded (it costs 20 MB). An unreachable collector loses spans, nothing else.
 */
export async function startTracing(
  options: TracingOptions,
): Promise<{ shutdown(): Promise<void> }> {
  if (!options.otlpEndpoint) return { shutdown: async () => undefined };
  const [api, sdk, { OTLPTraceExporter }, { resourceFromAttributes }] = await Promise.all([
    import('@opentelemetry/api'),
    import('@opentelemetry/sdk-trace-node'),
    import('@opentelemetry/exporter-trace-otlp-http'),
    import('@opentelemetry/resources'),
  ]);
  const exporter = new OTLPTraceExporter({
    url: `${options.otlpEndpoint}/v1/traces`,
    timeoutMillis: exportTimeoutMs,
  });
  const provider = new sdk.NodeTracerProvider({
    resource: resourceFromAttributes({ 'service.name': options.service }),
    spanProcessors: [new sdk.BatchSpanProcessor(exporter, { maxQueueSize: 2_048 })],
  });
  exporting = { api, tracer: provider.getTracer('clearline') };
  return {
    shutdown: async () => {
      exporting = undefined;
      const late = delay(lastExportMs, undefined, { ref: false });
      await Promise.race([provider.shutdown().catch(() => undefined), late]);
    },
  };
}

/** A started span and the context that its children take as their parent. */
export interface OpenSpan {
  context: RequestContext;
  end(outcome?: { error?: boolean; attributes?: Record<string, string | number> }): void;
}

/** Starts a span that the caller ends; attributes never hold personal data. */
export function openSpan(
  name: string,
  parent: Partial<RequestContext>,
  kind: 'server' | 'consumer' | 'internal' = 'internal',
): OpenSpan {
  const context = childContext(parent);
  if (!exporting) return { context, end: () => undefined };
  const { api, tracer } = exporting;
  const trace = parseTraceparent(parent.traceparent);
  const parentContext = trace
    ? api.trace.setSpanContext(api.ROOT_CONTEXT, {
        traceId: trace.traceId,
        spanId: trace.spanId,
        traceFlags: trace.flags,
        isRemote: true,
      })
    : api.ROOT_CONTEXT;
  const kinds = {
    server: api.SpanKind.SERVER,
    consumer: api.SpanKind.CONSUMER,
    internal: api.SpanKind.INTERNAL,
  };
  const span: Span = tracer.startSpan(name, { kind: kinds[kind] }, parentContext);
  const { traceId, spanId, traceFlags } = span.spanContext();
  return {
    context: { ...context, traceparent: formatTraceparent(traceId, spanId, traceFlags) },
    end(outcome = {}) {
      if (outcome.attributes) span.setAttributes(outcome.attributes);
      if (outcome.error) span.setStatus({ code: api.SpanStatusCode.ERROR });
      span.end();
    },
  };
}

/**
 * Runs `work` inside a span while spans are exported and there is a trace to belong to; otherwise just
 * runs it. The span is below `parent` (default: the current context) and is `currentContext()` within.
 */
export async function inSpan<T>(
  name: string,
  work: () => Promise<T>,
  { parent = currentContext() ?? {}, kind }: SpanPlace = {},
): Promise<T> {
  if (!exporting || !parseTraceparent(parent.traceparent)) return work();
  const span = openSpan(name, parent, kind);
  let failed = true;
  try {
    const result = await enterContext(span.context, work);
    failed = false;
    return result;
  } finally {
    span.end({ error: failed });
  }
}

/** Where a span belongs. */
export interface SpanPlace {
  parent?: Partial<RequestContext>;
  kind?: 'consumer' | 'internal';
}
