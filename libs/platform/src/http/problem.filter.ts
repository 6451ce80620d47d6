import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from '../create-logger.js';
import { problemLanguage, translateProblem } from '../language/problem-language.js';
import { currentContext } from '../telemetry/request-context.js';
import { wrongMethod } from './allowed-methods.js';
import type { Problem } from './problem.js';
import { toProblem } from './to-problem.js';

/** The one place where errors become answers; event handlers' errors pass through untouched. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    if (host.getType() !== 'http') throw error;
    const http = host.switchToHttp();
    sendProblem(
      error,
      http.getRequest<FastifyRequest>(),
      http.getResponse<FastifyReply>(),
      this.logger,
    );
  }
}

/** Also for errors that Fastify meets before Nest, such as a body that does not parse. */
export function sendProblem(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  logger: Logger,
): void {
  const problem = wrongMethod(request) ?? toProblem(error);
  if (problem.status >= 500) logFailure(problem, error, request, logger);
  // The answer has begun (a stream): all that can be told is that it broke off.
  if (reply.sent || reply.raw.headersSent) {
    reply.raw.destroy();
    return;
  }
  if (problem.retryAfter !== undefined) void reply.header('retry-after', problem.retryAfter);
  if (problem.allow) void reply.header('allow', problem.allow.join(', '));
  if (problem.slug === 'unauthenticated') void reply.header('www-authenticate', 'Bearer');
  const correlationId = currentContext()?.correlationId;
  const language = problemLanguage(request.headers['accept-language']);
  const body = translateProblem(problem.toBody(), language);
  void reply
    .status(problem.status)
    .type('application/problem+json; charset=utf-8')
    .header('content-language', language)
    .send(JSON.stringify({ ...body, ...(correlationId ? { correlationId } : {}) }));
}

function logFailure(problem: Problem, error: unknown, request: FastifyRequest, logger: Logger) {
  logger.error(
    {
      method: request.method,
      route: request.routeOptions.url,
      correlationId: currentContext()?.correlationId,
      error: describeError(error),
    },
    `request answered ${problem.slug}`,
  );
}

/** Class, code and stack; of PostgreSQL's errors no message or `detail`: they quote values. */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const code = 'code' in error ? error.code : undefined;
  const constraint = 'constraint' in error ? error.constraint : undefined;
  const stack = 'severity' in error ? error.stack?.replace(/^[^]*?(?=\n\s+at )/, '') : error.stack;
  return { type: error.constructor.name, code, constraint, stack };
}
