import { Controller, Get, Headers, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { streamQuery, topics } from '#contracts';
import { askSeenCases, LogHead, LogStream, RUNTIME } from '#eventing';
import type { Asker, LogEvent, ServiceRuntime } from '#eventing';
import { CurrentPrincipal, Roles, ZodQuery } from '#platform';
import type { Principal } from '#platform';

const signalTopics: readonly string[] = [topics.satisfaction, topics.churn];

/** Satisfaction and churn signals live, without personal data; the cursor of the log is the SSE id. */
@Controller('api/v1/streams')
export class StreamsController {
  private readonly signals: LogStream;

  constructor(@Inject(RUNTIME) private readonly runtime: ServiceRuntime) {
    const { database, signal, logger, config } = runtime;
    const common = { database, signal, logger, schema: 'signals' };
    this.signals = new LogStream({
      ...common,
      head: new LogHead({ ...common, isAlone: config.engine === 'embedded' }),
      select: ({ type, topic, body }) =>
        signalTopics.includes(topic) ? { type, ...(JSON.parse(body) as object) } : undefined,
    });
  }

  @Get('signals')
  @Roles('bi', 'supervisor', 'manager', 'admin')
  streamSignals(
    @ZodQuery(streamQuery) _query: object,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @CurrentPrincipal() principal: Principal,
    @Headers('authorization') authorization: string,
  ): Promise<void> {
    const asker = { principal, authorization };
    return this.signals.serve(request, reply, (events) => this.hidden(events, asker));
  }

  /** A signal names the cases that it comes from: who is not shown one of them is not told of it. */
  private async hidden(events: readonly LogEvent[], asker: Asker): Promise<ReadonlySet<LogEvent>> {
    const named = events.map((event) => ({ event, cases: casesOf(event) }));
    const ids = named.flatMap(({ cases }) => cases);
    const answer = await askSeenCases(this.runtime, ids, asker);
    const isHidden = (id: string) => answer?.hidden.has(id) ?? false;
    return new Set(named.flatMap(({ event, cases }) => (cases.some(isHidden) ? event : [])));
  }
}

/** Of satisfaction the case that was asked about, of churn those that it is explained by. */
function casesOf({ body }: LogEvent): string[] {
  const { caseId, factors = [] } = JSON.parse(body) as {
    caseId?: string;
    factors?: { evidence: string[] }[];
  };
  return [...(caseId === undefined ? [] : [caseId]), ...factors.flatMap((one) => one.evidence)];
}
