import { Body, Controller, Get, Headers, HttpCode, Inject, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { caseClocksQuery, caseListQuery } from '#contracts';
import type {
  CaseClocksQuery,
  CaseListQuery,
  CaseView,
  ExplainedClockView,
  PersonalViewView,
  TimelineEntry,
} from '#contracts';
import { RUNTIME } from '#eventing';
import type { ServiceRuntime } from '#eventing';
import { CurrentPrincipal, listViews, recordViews, Roles, ZodQuery } from '#platform';
import type { Principal } from '#platform';
import { accessOf } from '../access/access-of.js';
import { policyVersionsOf } from '../domain/case-clocks.js';
import type { PolicyBook } from '../domain/policy-book.js';
import { CASE_PARTS } from './case-parts.js';
import type { CaseParts } from './case-parts.js';
import { getCase, listCases } from './case-queries.js';
import type { StoredCase } from './case-queries.js';
import { toCaseView } from './case-view.js';
import { printClocks, toExplainedViews } from './explained-clocks.js';
import { executeCommand } from './execute-command.js';
import { withMaskedReach } from '../parties/mask-reach.js';
import { readTimeline } from './read-timeline.js';

/** Cases as people read and command them. */
@Controller('api/v1/cases')
@Roles('agent', 'supervisor', 'manager', 'admin')
export class CasesController {
  constructor(
    @Inject(RUNTIME) private readonly runtime: ServiceRuntime,
    @Inject(CASE_PARTS) private readonly parts: CaseParts,
  ) {}

  @Get()
  async list(
    @ZodQuery(caseListQuery) query: CaseListQuery,
    @CurrentPrincipal() principal: Principal,
  ): Promise<{ items: CaseView[]; next: string | null }> {
    const { database, clock } = this.runtime;
    const access = await accessOf(database, principal);
    const { items, next } = await listCases(database, query, access, clock.now());
    return { items: await Promise.all(items.map((item) => this.view(item))), next };
  }

  @Get(':id')
  async get(@Param('id') id: string, @CurrentPrincipal() principal: Principal): Promise<CaseView> {
    return this.view(await this.find(id, principal));
  }

  @Get(':id/timeline')
  async timeline(
    @Param('id') id: string,
    @CurrentPrincipal() principal: Principal,
  ): Promise<{ items: TimelineEntry[] }> {
    const { database, clock } = this.runtime;
    const { state } = await this.find(id, principal);
    await recordViews(database, [state.id], 'timeline', principal.username, clock.now());
    return { items: withMaskedReach(await readTimeline(this.runtime, state.id), principal) };
  }

  @Get(':id/views')
  @Roles('manager', 'admin')
  async views(
    @Param('id') id: string,
    @CurrentPrincipal() principal: Principal,
  ): Promise<{ items: PersonalViewView[] }> {
    const { state } = await this.find(id, principal);
    return { items: await listViews(this.runtime.database, state.id) };
  }

  @Get(':id/clocks')
  async clocks(
    @Param('id') id: string,
    @ZodQuery(caseClocksQuery) query: CaseClocksQuery,
    @CurrentPrincipal() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ clocks: ExplainedClockView[] } | string> {
    const { state } = await this.find(id, principal);
    const policies = await this.policiesOf(state);
    const now = this.runtime.clock.now();
    if (query.format !== 'text') {
      return { clocks: toExplainedViews(state, query, now, policies) };
    }
    void reply.header('content-type', 'text/plain; charset=utf-8');
    return printClocks(state, query, now, policies);
  }

  @Post(':id/commands/:command')
  @HttpCode(200)
  async command(
    @Param('id') id: string,
    @Param('command') command: string,
    @Body() body: unknown,
    @CurrentPrincipal() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Headers('authorization') authorization = '',
  ): Promise<CaseView> {
    const { runtime, parts } = this;
    const given = [id, command, body, principal, authorization] as const;
    const commanded = await executeCommand(runtime, parts, ...given);
    const { wording, isProposed } = commanded;
    const view = await this.view(commanded);
    if (isProposed) void reply.status(202);
    return wording.length > 0 ? { ...view, wording } : view;
  }

  private async find(id: string, principal: Principal): Promise<StoredCase> {
    const { database } = this.runtime;
    return getCase(database, id, await accessOf(database, principal));
  }

  private async view({ state, version }: StoredCase): Promise<CaseView> {
    const policies = await this.policiesOf(state);
    return toCaseView(state, version, this.runtime.clock.now(), policies);
  }

  /** Another replica may have published a version a moment ago. */
  private async policiesOf(state: StoredCase['state']): Promise<PolicyBook> {
    const { policies } = this.parts;
    await policies.ensure(this.runtime.database, policyVersionsOf(state));
    return policies.book;
  }
}
