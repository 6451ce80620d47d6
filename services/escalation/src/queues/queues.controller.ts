import { Body, Controller, Get, HttpCode, Inject, Post } from '@nestjs/common';
import { queueListQuery, queueQuestion } from '#contracts';
import type { QueueListQuery, QueueMatchView, QueuesView } from '#contracts';
import { RUNTIME } from '#eventing';
import type { ServiceRuntime } from '#eventing';
import { CurrentPrincipal, parseOrProblem, Problem, Roles, ZodQuery } from '#platform';
import type { Principal } from '#platform';
import { selectQueue } from '#sla';
import { accessOf } from '../access/access-of.js';
import { PolicyStore } from '../policies/policy-store.js';
import { countOpen, readWork } from './handling-rows.js';
import { toMatchView, toQueueViews } from './to-queue-view.js';

const defaultMs = 30 * 86_400_000;

/** Queues of the policy in force: which one takes a complaint, and what the work in each took. */
@Controller('api/v1/queues')
@Roles('agent', 'supervisor', 'manager', 'admin')
export class QueuesController {
  constructor(
    @Inject(RUNTIME) private readonly runtime: ServiceRuntime,
    @Inject(PolicyStore) private readonly policies: PolicyStore,
  ) {}

  @Get()
  async list(
    @ZodQuery(queueListQuery) query: QueueListQuery,
    @CurrentPrincipal() principal: Principal,
  ): Promise<QueuesView> {
    const { database, clock } = this.runtime;
    const to = query.to === undefined ? clock.now() + 1 : Date.parse(query.to);
    const from = query.from === undefined ? to - defaultMs : Date.parse(query.from);
    if (from >= to) {
      const message = 'it must lie before `to`';
      throw new Problem('validation', { errors: [{ path: 'from', rule: 'before-to', message }] });
    }
    await this.policies.ensure(database, []);
    const access = await accessOf(database, principal);
    const [open, work] = await Promise.all([
      countOpen(database, access),
      readWork(database, { from, to }, access),
    ]);
    const { queues = [] } = this.policies.book.current;
    return {
      from: new Date(from).toISOString(),
      to: new Date(to).toISOString(),
      items: toQueueViews(queues, open, work),
    };
  }

  @Post('match')
  @HttpCode(200)
  async match(@Body() body: unknown): Promise<QueueMatchView> {
    const { organisation, ...facts } = parseOrProblem(queueQuestion, body);
    const asked = { ...facts, ...(organisation !== undefined && { unit: organisation }) };
    await this.policies.ensure(this.runtime.database, []);
    return toMatchView(selectQueue(this.policies.book.current, asked));
  }
}
