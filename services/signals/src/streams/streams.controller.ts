import { Controller, Get, Headers, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { streamQuery, topics } from '#contracts';
import type { StreamQuery } from '#contracts';
import { askSeenCases, LogTail, LogStream, RUNTIME } from '#eventing';
import type { Asker, LogEvent, ServiceRuntime } from '#eventing';
import { CurrentPrincipal, Roles, ZodQuery } from '#platform';
import type { Principal } from '#platform';
import { casesBehindCustomers } from '../churn/churn-rows.js';

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
      tail: new LogTail({ ...common, isAlone: config.engine === 'embedded' }),
      select: ({ type, topic, body }) =>
        signalTopics.includes(topic) ? { type, ...(JSON.parse(body) as object) } : undefined,
    });
  }

  @Get('signals')
  @Roles('bi', 'supervisor', 'manager', 'admin')
  streamSignals(
    @ZodQuery(streamQuery) { types }: StreamQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @CurrentPrincipal() principal: Principal,
    @Headers('authorization') authorization: string,
  ): Promise<void> {
    const asker = { principal, authorization };
    const hidden = (events: readonly LogEvent[]) => this.hidden(events, asker);
    return this.signals.serve(request, reply, { types, hidden });
  }

  /**
   * Who is not shown a case that a signal rests on is not told of it: of satisfaction the case that was asked about, of
   * churn those that the customer's signs come from.
   */
  private async hidden(events: readonly LogEvent[], asker: Asker): Promise<ReadonlySet<LogEvent>> {
    if (asker.principal.agentId === undefined) return new Set();
    const named = events.map((event) => ({ event, ...namesOf(event) }));
    const customers = named.flatMap(({ customerId }) => customerId ?? []);
    const behind = await casesBehindCustomers(this.runtime.database, customers);
    const casesOf = ({ caseId, customerId }: Names) => [
      ...(caseId === undefined ? [] : [caseId]),
      ...((customerId !== undefined && behind.get(customerId)) || []),
    ];
    const answer = await askSeenCases(this.runtime, named.flatMap(casesOf), asker);
    const isHidden = (id: string) => answer?.hidden.has(id) ?? false;
    return new Set(named.flatMap((one) => (casesOf(one).some(isHidden) ? one.event : [])));
  }
}

interface Names {
  caseId?: string;
  /** Of churn alone, whose factors are of the customer and not of one case. */
  customerId?: string;
}

function namesOf({ topic, body }: LogEvent): Names {
  const { caseId, customerId } = JSON.parse(body) as Names;
  return topic === topics.churn ? { caseId, customerId } : { caseId };
}
