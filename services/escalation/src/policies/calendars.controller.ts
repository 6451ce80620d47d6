import { Body, Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { calendarQuery } from '#contracts';
import type { CalendarMonthView, CalendarQuery, CalendarView } from '#contracts';
import { RUNTIME } from '#eventing';
import type { ServiceRuntime } from '#eventing';
import { Problem, Roles, TakesText, ZodQuery } from '#platform';
import { calendarAt, calendarMonth, calendarProblems, calendarReference } from '#sla';
import { PolicyStore } from './policy-store.js';
import { readBody } from './read-body.js';

/** The business calendars that new cases are timed by. */
@Controller('api/v1/calendars')
@Roles('agent', 'supervisor', 'manager', 'admin')
export class CalendarsController {
  constructor(
    @Inject(RUNTIME) private readonly runtime: ServiceRuntime,
    @Inject(PolicyStore) private readonly policies: PolicyStore,
  ) {}

  @Get()
  async list(): Promise<{ items: CalendarView[] }> {
    await this.policies.refresh();
    return { items: this.views() };
  }

  @Get(':id')
  async month(
    @Param('id') id: string,
    @ZodQuery(calendarQuery) query: CalendarQuery,
  ): Promise<CalendarMonthView> {
    await this.policies.refresh();
    const versions = this.views().filter((view) => view.id === id);
    const current = versions.find(({ isCurrent }) => isCurrent);
    if (!current) throw new Problem('not-found', { detail: `no calendar ${id}` });
    const month = query.month ?? monthIn(current.tz, this.runtime.clock.now());
    const days = calendarMonth(this.policies.book.current, id, month);
    return { id, month, versions, days };
  }

  /** Whether a calendar could be part of a policy; a refusal lists everything that speaks against it. */
  @Post('validate')
  @HttpCode(200)
  @Roles('supervisor', 'manager', 'admin')
  @TakesText()
  validate(@Body() body: unknown): { valid: true } {
    const { input, lineOf } = readBody(body);
    const errors = calendarProblems(input, '').map((problem) => {
      const line = lineOf(problem.path);
      return line === undefined ? problem : { ...problem, line };
    });
    if (errors.length === 0) return { valid: true };
    throw new Problem('validation', { detail: 'the calendar was refused', errors });
  }

  private views(): CalendarView[] {
    const { current } = this.policies.book;
    const calendarOf = this.policies.book.calendars(current.version);
    const now = this.runtime.clock.now();
    return current.calendars.map((spec) => {
      const reference = calendarReference(spec);
      const worksAt = calendarOf(reference).addWorking(now, 0);
      return {
        ...spec,
        reference,
        policyVersion: current.version,
        isCurrent: calendarAt(current, spec.id, now) === spec,
        isOpen: worksAt === now,
        worksAt: new Date(worksAt).toISOString(),
      };
    });
  }
}

function monthIn(tz: string, now: number): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: tz,
    year: 'numeric',
    month: '2-digit',
  });
  const { year, month } = Object.fromEntries(
    parts.formatToParts(now).map(({ type, value }) => [type, value]),
  );
  return `${year}-${month}`;
}
