import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Logger } from '../create-logger.js';
import { enterContext } from '../telemetry/request-context.js';
import type { Metrics } from '../telemetry/metrics.js';
import { openSpan, type OpenSpan } from '../telemetry/tracing.js';

const quiet = new Set(['/health/live', '/health/ready', '/metrics']);

/** Per request: correlation id, span, duration metric and one log line, by route and not by address. */
export function addRequestHooks(fastify: FastifyInstance, metrics: Metrics, logger: Logger): void {
  const durations = metrics.histogram(
    'clearline_http_request_duration_seconds',
    'Time from the request head to the end of the answer',
    ['method', 'route', 'status'],
  );
  const spans = new WeakMap<FastifyRequest, OpenSpan>();

  fastify.addHook('onRequest', (request, reply, done) => {
    const span = openSpan(
      `${request.method} ${routeOf(request)}`,
      {
        traceparent: header(request, 'traceparent'),
        correlationId: header(request, 'x-correlation-id') ?? header(request, 'x-request-id'),
      },
      'server',
    );
    spans.set(request, span);
    void reply.header('x-correlation-id', span.context.correlationId);
    enterContext(span.context, done);
  });

  // Parsing a body resumes in the socket's async context: enter again before the handler runs.
  fastify.addHook('preHandler', (request, _reply, done) => {
    const span = spans.get(request);
    if (span) enterContext(span.context, done);
    else done();
  });

  fastify.addHook('onResponse', (request, reply, done) => {
    const route = routeOf(request);
    const { method } = request;
    const status = reply.statusCode;
    durations.observe({ method, route, status: String(status) }, reply.elapsedTime / 1_000);
    const span = spans.get(request);
    span?.end({
      error: status >= 500,
      attributes: {
        'http.request.method': method,
        'http.route': route,
        'http.response.status_code': status,
      },
    });
    if (!quiet.has(route)) {
      const durationMs = Math.round(reply.elapsedTime * 10) / 10;
      const { correlationId } = span?.context ?? {};
      logger.debug({ method, route, status, durationMs, correlationId }, 'request answered');
    }
    done();
  });
}

/** Unknown addresses share one label: callers must not be able to grow the metrics. */
function routeOf(request: FastifyRequest): string {
  return request.routeOptions.url ?? 'unmatched';
}

function header(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}
