import type { Span, Tracer } from '@opentelemetry/api';
import {
  childContext,
  enterContext,
  formatTraceparent,
  parseTraceparent,
  type RequestContext,
} from './request-context.js';

type Api = typeof import('@opentelemetry/api');
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
  const exporter = new OTLPTraceExporter({ url: `${options.otlpEndpoint}/v1/traces` });
  const provider = new sdk.NodeTracerProvider({
    resource: resourceFromAttributes({ 'service.name': options.service }),
    spanProcessors: [new sdk.BatchSpanProcessor(exporter, { maxQueueSize: 2_048 })],
  });
  exporting = { api, tracer: provider.getTracer('clearline') };
  return {
    shutdown: async () => {
      exporting = undefined;
      await provider.shutdown().catch(() => undefined);
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

/** Runs `work` inside a span below `parent`; its context is `currentContext()` within. */
export async function runInSpan<T>(
  name: string,
  parent: Partial<RequestContext>,
  work: (context: RequestContext) => Promise<T>,
): Promise<T> {
  const span = openSpan(name, parent, 'consumer');
  let failed = true;
  try {
    const result = await enterContext(span.context, () => work(span.context));
    failed = false;
    return result;
  } finally {
    span.end({ error: failed });
  }
}
