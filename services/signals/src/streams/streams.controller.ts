import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { topics } from '#contracts';
import { LogStream, RUNTIME } from '#eventing';
import type { ServiceRuntime } from '#eventing';
import { Roles } from '#platform';

const signalTopics: readonly string[] = [topics.satisfaction, topics.churn];

/** Satisfaction and churn signals live, without personal data; the cursor of the log is the SSE id. */
@Controller('api/v1/streams')
export class StreamsController {
  private readonly signals: LogStream;

  constructor(@Inject(RUNTIME) runtime: ServiceRuntime) {
    const { database, signal, logger } = runtime;
    this.signals = new LogStream({
      database,
      signal,
      logger,
      schema: 'signals',
      select: ({ type, topic, body }) =>
        signalTopics.includes(topic) ? { type, ...(JSON.parse(body) as object) } : undefined,
    });
  }

  @Get('signals')
  @Roles('bi', 'supervisor', 'manager', 'admin')
  streamSignals(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.signals.serve(request, reply);
  }
}
