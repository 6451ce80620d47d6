import { Body, Controller, Get, HttpCode, Inject, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { caseClocksQuery, caseListQuery } from '#contracts';
import type {
  CaseClocksQuery,
  CaseListQuery,
  CaseView,
  ExplainedClockView,
  TimelineEntry,
} from '#contracts';
import { RUNTIME } from '#eventing';
import type { ServiceRuntime } from '#eventing';
import { CurrentPrincipal, Roles, ZodQuery } from '#platform';
import type { Principal } from '#platform';
import { CASE_PARTS } from './case-parts.js';
import type { CaseParts } from './case-parts.js';
import { getCase, listCases } from './case-queries.js';
import type { StoredCase } from './case-queries.js';
import { toCaseView } from './case-view.js';
import { printClocks, toExplainedViews } from './explained-clocks.js';
import { executeCommand } from './execute-command.js';
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
  ): Promise<{ items: CaseView[]; next: string | null }> {
    const { items, next } = await listCases(this.runtime.database, query);
    return { items: await Promise.all(items.map((item) => this.view(item))), next };
  }

  @Get(':id')
  async get(@Param('id') id: string): Promise<CaseView> {
    return this.view(await getCase(this.runtime.database, id));
  }

  @Get(':id/timeline')
  async timeline(@Param('id') id: string): Promise<{ items: TimelineEntry[] }> {
    const { state } = await getCase(this.runtime.database, id);
    return { items: await readTimeline(this.runtime, state.id) };
  }

  @Get(':id/clocks')
  async clocks(
    @Param('id') id: string,
    @ZodQuery(caseClocksQuery) query: CaseClocksQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ clocks: ExplainedClockView[] } | string> {
    const { state } = await getCase(this.runtime.database, id);
    const calendars = await this.parts.policies.calendarsOf(state.policyVersion);
    const now = this.runtime.clock.now();
    if (query.format !== 'text') {
      return { clocks: toExplainedViews(state, query, now, calendars) };
    }
    void reply.header('content-type', 'text/plain; charset=utf-8');
    return printClocks(state, query, now, calendars);
  }

  @Post(':id/commands/:command')
  @HttpCode(200)
  async command(
    @Param('id') id: string,
    @Param('command') command: string,
    @Body() body: unknown,
    @CurrentPrincipal() principal: Principal,
  ): Promise<CaseView> {
    const { runtime, parts } = this;
    return this.view(await executeCommand(runtime, parts, id, command, body, principal));
  }

  private async view({ state, version }: StoredCase): Promise<CaseView> {
    const calendars = await this.parts.policies.calendarsOf(state.policyVersion);
    return toCaseView(state, version, this.runtime.clock.now(), calendars);
  }
}
