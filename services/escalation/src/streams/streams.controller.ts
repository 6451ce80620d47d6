import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  AlertAcknowledged,
  AlertClimbed,
  AlertClimbedV1,
  AlertClimbedV2,
  AlertRaised,
  AlertRaisedV1,
  AlertRaisedV2,
  AlertRaisedV3,
  CaseRemindersResumed,
  CaseRemindersSnoozed,
  caseStreamQuery,
  ClockPaused,
  ClockResumed,
  ExtensionApproved,
  ExtensionRefused,
  ExtensionRequested,
  streamQuery,
  topics,
} from '#contracts';
import type { CaseStreamQuery, StreamQuery } from '#contracts';
import { LogTail, LogStream, RUNTIME } from '#eventing';
import type { LogEvent, ServiceRuntime } from '#eventing';
import { CurrentPrincipal, Roles, ZodQuery } from '#platform';
import type { Principal } from '#platform';
import { accessOf } from '../access/access-of.js';
import { alertAccessOf } from '../alerts/alert-access.js';
import { getCase } from '../cases/case-queries.js';
import { hiddenCases } from '../access/seen-cases.js';
import type { CaseAccess } from '../domain/access/case-access.js';
import { alertsFor } from './alerts-for.js';
import { takenFrom } from './taken-from.js';

/** What is held in quiet hours is told to nobody; it streams when it is raised. A snooze stands at each alert of its case. */
const alertTypes: readonly string[] = [
  AlertRaisedV1.type,
  AlertRaisedV2.type,
  AlertRaisedV3.type,
  AlertRaised.type,
  AlertClimbedV1.type,
  AlertClimbedV2.type,
  AlertClimbed.type,
  AlertAcknowledged.type,
  CaseRemindersSnoozed.type,
  CaseRemindersResumed.type,
];

/** Of a case's clocks what people do to them and wait for; the rest comes with a command, or is told by alerts. */
const clockTypes: readonly string[] = [
  ClockPaused.type,
  ClockResumed.type,
  ExtensionRequested.type,
  ExtensionApproved.type,
  ExtensionRefused.type,
];

const isOfCases = ({ topic, type }: LogEvent) =>
  topic === topics.cases || clockTypes.includes(type);

const payload = (event: LogEvent) => ({
  type: event.type,
  caseId: event.key,
  ...(JSON.parse(event.body) as object),
});

/** Live views for people and programs; the cursor of the log is the SSE id. */
@Controller('api/v1/streams')
export class StreamsController {
  private readonly alerts: LogStream;
  private readonly cases: LogStream;

  constructor(@Inject(RUNTIME) private readonly runtime: ServiceRuntime) {
    const { database, signal, logger, config } = runtime;
    const log = { database, signal, logger, schema: 'escalation' };
    const tail = new LogTail({ ...log, isAlone: config.engine === 'embedded' });
    const common = { ...log, tail };
    this.alerts = new LogStream({
      ...common,
      select: (event) => (alertTypes.includes(event.type) ? payload(event) : undefined),
    });
    this.cases = new LogStream({
      ...common,
      select: (event) => (isOfCases(event) ? payload(event) : undefined),
    });
  }

  @Get('alerts')
  @Roles('agent', 'supervisor', 'manager', 'admin')
  streamAlerts(
    @ZodQuery(streamQuery) { types }: StreamQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @CurrentPrincipal() principal: Principal,
  ): Promise<void> {
    const hidden = (events: readonly LogEvent[]) => this.hiddenAlerts(events, principal);
    return this.alerts.serve(request, reply, { types, hidden });
  }

  @Get('cases')
  @Roles('agent', 'supervisor', 'manager', 'admin')
  async streamCases(
    @ZodQuery(caseStreamQuery) query: CaseStreamQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @CurrentPrincipal() principal: Principal,
  ): Promise<void> {
    const key = query.case && (await this.find(query.case, principal));
    const hidden = (events: readonly LogEvent[]) => this.hidden(events, principal);
    return this.cases.serve(request, reply, { types: query.types, key, hidden });
  }

  private async find(reference: string, principal: Principal): Promise<string> {
    const { database } = this.runtime;
    return (await getCase(database, reference, await accessOf(database, principal))).state.id;
  }

  /** Also what names neither an agent nor their desk: most of a page, of which no case is looked up. */
  private async hiddenAlerts(
    events: readonly LogEvent[],
    principal: Principal,
  ): Promise<ReadonlySet<LogEvent>> {
    const { database } = this.runtime;
    const access = await alertAccessOf(database, principal);
    const mine = await alertsFor(database, access, events);
    const others = events.filter((event) => !mine.has(event));
    return new Set([...others, ...(await this.hiddenOf([...mine], access.cases))]);
  }

  /** Asked for every page anew: cases go from unit to unit, and so do people. */
  private async hidden(
    events: readonly LogEvent[],
    principal: Principal,
  ): Promise<ReadonlySet<LogEvent>> {
    return this.hiddenOf(events, await accessOf(this.runtime.database, principal));
  }

  private async hiddenOf(
    events: readonly LogEvent[],
    access: CaseAccess,
  ): Promise<ReadonlySet<LogEvent>> {
    const ids = [...new Set(events.map(({ key }) => key))];
    const hidden = await hiddenCases(this.runtime.database, ids, access);
    const unseen = events.filter(({ key }) => hidden.has(key));
    const told = await takenFrom(this.runtime.database, unseen, access);
    return new Set(unseen.filter((event) => !told.has(event)));
  }
}
