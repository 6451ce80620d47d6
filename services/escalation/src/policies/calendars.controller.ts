import { Controller, Get, Inject } from '@nestjs/common';
import { RUNTIME } from '#eventing';
import type { ServiceRuntime } from '#eventing';
import { Roles } from '#platform';
import { calendarReference } from '#sla';
import type { Policy } from '#sla';
import { PolicyStore } from './policy-store.js';

type CalendarSpec = Policy['calendars'][number];

interface CalendarView extends CalendarSpec {
  /** What clocks are pinned to. */
  reference: string;
  policyVersion: number;
  isOpen: boolean;
  /** The next working instant; now, while it is open. */
  worksAt: string;
}

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
    const { current } = this.policies.book;
    const calendarOf = this.policies.book.calendars(current.version);
    const now = this.runtime.clock.now();
    return {
      items: current.calendars.map((spec) => {
        const reference = calendarReference(spec);
        const worksAt = calendarOf(reference).addWorking(now, 0);
        return {
          ...spec,
          reference,
          policyVersion: current.version,
          isOpen: worksAt === now,
          worksAt: new Date(worksAt).toISOString(),
        };
      }),
    };
  }
}
