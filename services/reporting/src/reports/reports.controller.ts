import { Controller, Get, Headers, Inject, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { reportCasesQuery, reportQuery } from '#contracts';
import type { ReportCasesQuery, ReportQuery } from '#contracts';
import { askSeenCases, RUNTIME } from '#eventing';
import type { ServiceRuntime } from '#eventing';
import { CurrentPrincipal, Roles, ZodQuery } from '#platform';
import type { Principal } from '#platform';
import { countFigureCases, listFigureCases } from './list-figure-cases.js';
import type { FigureCases } from './list-figure-cases.js';
import { OrganisationTrees } from './organisation-trees.js';
import { readSnapshot } from './read-snapshot.js';
import { toCsv } from './report-csv.js';
import { reports } from './report-definitions.js';
import { getReport, parametersOf, runReport } from './run-report.js';

/** Reports for BI consumers; every figure leads to its cases. */
@Controller('api/v1/reports')
@Roles('bi', 'supervisor', 'manager', 'admin')
export class ReportsController {
  constructor(
    @Inject(RUNTIME) private readonly runtime: ServiceRuntime,
    @Inject(OrganisationTrees) private readonly trees: OrganisationTrees,
  ) {}

  @Get()
  catalogue(): { items: unknown[] } {
    return {
      items: Object.entries(reports).map(([name, report]) => ({
        name,
        title: report.title,
        definition: report.definition,
        figures: report.figures,
        parameters: parametersOf(report),
        href: `/api/v1/reports/${name}`,
      })),
    };
  }

  @Get(':report')
  async get(
    @Param('report') name: string,
    @ZodQuery(reportQuery) query: ReportQuery,
    @Headers('accept') accept: string | undefined,
    @Headers('authorization') authorization: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<unknown> {
    const { database, clock } = this.runtime;
    const expanded = await this.trees.expand(query, authorization);
    const report = await runReport(database, name, expanded, clock.now(), query);
    const wantsCsv = query.format === 'csv' || (!query.format && accept?.includes('text/csv'));
    if (!wantsCsv) return report;
    void reply.header('content-type', 'text/csv; charset=utf-8');
    return toCsv(report, getReport(name).restOn);
  }

  /**
   * Figures are of the whole house; which cases they are is told as everywhere else, and how many are not. The first page
   * says what the figure is by then: it is read together with it.
   */
  @Get(':report/cases')
  async cases(
    @Param('report') name: string,
    @ZodQuery(reportCasesQuery) query: ReportCasesQuery,
    @CurrentPrincipal() principal: Principal,
    @Headers('authorization') authorization: string,
  ): Promise<FigureCases & { hidden: number; total?: number }> {
    const { database, clock } = this.runtime;
    const expanded = await this.trees.expand(query, authorization);
    const now = clock.now();
    const isFirst = query.cursor === undefined;
    const [{ items, next }, total] = await readSnapshot(database, (tx) =>
      Promise.all([
        listFigureCases(tx, name, expanded, now),
        isFirst ? countFigureCases(tx, name, expanded, now) : undefined,
      ]),
    );
    const asker = { principal, authorization };
    const ids = items.map(({ caseId }) => caseId);
    const answer = await askSeenCases(this.runtime, ids, asker);
    const shown = answer ? items.filter(({ caseId }) => answer.seen.has(caseId)) : items;
    const hidden = items.length - shown.length;
    return { items: shown, hidden, next, ...(total !== undefined && { total }) };
  }
}
