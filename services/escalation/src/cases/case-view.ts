import type { CaseView, ClockKind, ClockView, CaseStage } from '#contracts';
import { consumedMinutes } from '#sla';
import type { CalendarLookup, SlaClock } from '#sla';
import type { OpenedCase } from '../domain/case-state.js';

const iso = (instant: number) => new Date(instant).toISOString();

export function toClockView(clock: SlaClock, now: number, calendars: CalendarLookup): ClockView {
  return {
    clockId: clock.clockId,
    kind: clock.kind as ClockKind,
    ...(clock.stage && { stage: clock.stage as CaseStage }),
    state: clock.state,
    startedAt: iso(clock.startedAt),
    dueAt: iso(clock.dueAt),
    budget: { ...clock.budget },
    consumedMinutes: Math.round(consumedMinutes(clock, now, calendars) * 100) / 100,
    revision: clock.revision,
  };
}

/** A case as the API shows it. */
export function toCaseView(
  state: OpenedCase,
  version: number,
  now: number,
  calendars: CalendarLookup,
): CaseView {
  const href = `/api/v1/cases/${state.id}`;
  return {
    id: state.id,
    number: state.number,
    version,
    stage: state.stage,
    status: state.status,
    owner: state.owner ?? null,
    customer: { id: state.customerId },
    priority: state.priority,
    category: state.dimensions.category,
    channel: state.dimensions.channel,
    unit: state.dimensions.unit ?? null,
    externalId: state.externalId ?? null,
    sourceStatus: state.sourceStatus ?? null,
    policyRule: state.policyRule,
    receivedAt: iso(state.receivedAt),
    clocks: state.clocks.map((clock) => toClockView(clock, now, calendars)),
    links: [
      { rel: 'self', href },
      { rel: 'complaint', href: `/api/v1/complaints/${state.id}` },
      { rel: 'timeline', href: `${href}/timeline` },
      { rel: 'clocks', href: `${href}/clocks` },
    ],
  };
}
