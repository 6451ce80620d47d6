import { Controller, Get, Headers, Inject, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { RUNTIME } from '#eventing';
import type { ServiceRuntime } from '#eventing';
import { Roles, ZodQuery } from '#platform';
import { reports } from './report-definitions.js';
import { reportQuery } from './report-query.js';
import type { ReportQuery } from './report-query.js';
import { listFigureCases, runReport, toCsv } from './run-report.js';

/** Reports for BI consumers; every figure leads to its cases. */
@Controller('api/v1/reports')
@Roles('bi', 'supervisor', 'manager', 'admin')
export class ReportsController {
  constructor(@Inject(RUNTIME) private readonly runtime: ServiceRuntime) {}

  @Get()
  catalogue(): { items: unknown[] } {
    return {
      items: Object.entries(reports).map(([name, { title, definition, figures }]) => ({
        name,
        title,
        definition,
        figures,
        parameters: Object.keys(reportQuery.shape),
        href: `/api/v1/reports/${name}`,
      })),
    };
  }

  @Get(':report')
  async get(
    @Param('report') name: string,
    @ZodQuery(reportQuery) query: ReportQuery,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<unknown> {
    const report = await runReport(this.runtime.database, name, query);
    const wantsCsv = query.format === 'csv' || (!query.format && accept?.includes('text/csv'));
    if (!wantsCsv) return report;
    void reply.header('content-type', 'text/csv; charset=utf-8');
    return toCsv(report);
  }

  @Get(':report/cases')
  cases(
    @Param('report') name: string,
    @ZodQuery(reportQuery) query: ReportQuery,
  ): Promise<unknown> {
    return listFigureCases(this.runtime.database, name, query);
  }
}
