import { Body, Controller, Headers, Inject, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { customerBody } from '#contracts';
import { RUNTIME, type ServiceRuntime } from '#eventing';
import {
  CurrentPrincipal,
  parseOrProblem,
  Problem,
  Roles,
  toProblem,
  type Principal,
} from '#platform';
import { findCustomerErrors } from '../customers/find-customer-errors.js';
import { takeCustomer } from '../customers/register-customer.js';
import { canonicalHash } from '../filing/canonical-hash.js';
import { CoalescedWriter } from '../filing/coalesced-writer.js';
import type { FilingAnswer } from '../filing/file-requests.js';
import { actorOf, eventHeaders, readFiling } from '../filing/read-filing.js';
import { readCloudEvents, type InboundEvent } from './read-cloud-events.js';

/**
 * `POST /api/v1/events`. An event's source and id are its idempotency key: sent again it gives the
 * same answer and files nothing. A batch answers 207 with an item per event.
 */
@Controller('api/v1/events')
@Roles('agent', 'supervisor', 'admin')
export class CloudEventsController {
  constructor(
    @Inject(CoalescedWriter) private readonly writer: CoalescedWriter,
    @Inject(RUNTIME) private readonly runtime: ServiceRuntime,
  ) {}

  @Post()
  async receive(
    @Body() body: unknown,
    @Headers() headers: Record<string, string | undefined>,
    @CurrentPrincipal() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<unknown> {
    const { isBatch, events } = readCloudEvents(headers, body);
    const answers = await Promise.all(events.map((event) => this.answer(event, principal)));
    if (!isBatch) {
      const { problem, status, body: answer, replayed } = answers[0]!;
      if (problem) throw problem;
      reply.status(status);
      if (replayed) reply.header('idempotency-replayed', 'true');
      return answer;
    }
    reply.status(207);
    return {
      items: answers.map(({ status, body: answer, problem }, index) =>
        problem
          ? { index, status, problem: problem.toBody() }
          : { index, status, id: idOf(answer) },
      ),
    };
  }

  private async answer(event: InboundEvent | Problem, principal: Principal): Promise<FilingAnswer> {
    try {
      if (event instanceof Problem) throw event;
      return event.kind === 'customer'
        ? await this.takeCustomer(event, principal)
        : await this.file({ ...event, kind: event.kind }, principal);
    } catch (error) {
      const problem = toProblem(error);
      if (problem.slug === 'internal') this.runtime.logger.error({ err: error }, 'event failed');
      return { status: problem.status, body: problem.toBody(), problem, replayed: false };
    }
  }

  private async file(
    { kind, event, body }: InboundEvent & { kind: 'complaint' | 'callback' | 'survey' },
    principal: Principal,
  ): Promise<FilingAnswer> {
    if (Array.isArray(body)) {
      const message = 'the data of one event is one object';
      throw new Problem('validation', { errors: [{ path: 'data', rule: 'cloudevents', message }] });
    }
    const caller = {
      actor: actorOf(principal),
      scope: `${principal.sub} event`,
      // Source and id may be long and of any characters.
      key: canonicalHash([event.source, event.id]),
    };
    return this.writer.submit(readFiling(kind, body, caller, this.runtime.clock.now()));
  }

  /** The same facts again change nothing, so a customer needs no kept answer. */
  private async takeCustomer({ body }: InboundEvent, principal: Principal): Promise<FilingAnswer> {
    const customer = parseOrProblem(customerBody, body);
    const errors = findCustomerErrors(customer);
    if (errors.length > 0) throw new Problem('validation', { errors });
    const { database, clock } = this.runtime;
    const headers = eventHeaders(actorOf(principal));
    const { id, isNew } = await database.transaction((tx) =>
      takeCustomer(tx, this.runtime, customer, headers, clock.now()),
    );
    return { status: isNew ? 201 : 200, body: { customerId: id }, replayed: false };
  }
}

function idOf(answer: unknown): unknown {
  const body = answer as Record<string, unknown>;
  return body['complaintId'] ?? body['callbackId'] ?? body['surveyId'] ?? body['customerId'];
}
