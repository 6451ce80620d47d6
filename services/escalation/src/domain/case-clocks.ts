import { calendarAt, calendarReference, isCounting, nextInstant, rulingClock } from '#sla';
import type { CalendarLookup, ClockOrigin, Policy, PolicyClock, SlaClock } from '#sla';
import type { OpenedCase } from './case-state.js';
import { earliestStep } from './ladder/alert-climb.js';
import type { PolicyBook } from './policy-book.js';
import { nextSendInstant } from './messages/message-state.js';
import { nextApprovalInstant } from './approvals/approval-state.js';
import { snoozeEnd } from './reminders/snooze-state.js';
import { nextOrderInstant } from './orders/order-state.js';
import { nextActionInstant } from './resolution/resolution-state.js';

/** Under which policy and rule a clock runs, or ran: its own where it kept one, else its case's. */
export function originOf(state: OpenedCase, clock: SlaClock): ClockOrigin {
  return {
    policyVersion: clock.policyVersion ?? state.policyVersion,
    rule: clock.rule ?? state.policyRule,
  };
}

/** The calendars of the policy version that a clock runs under. */
export function calendarsOf(
  state: OpenedCase,
  { policyVersion = state.policyVersion }: SlaClock,
  policies: PolicyBook,
): CalendarLookup {
  return policies.calendars(policyVersion);
}

/** What the policy promises of a clock; undefined for one that it no longer knows. */
export function definitionOfClock(
  state: OpenedCase,
  clock: SlaClock,
  policies: PolicyBook,
): PolicyClock | undefined {
  const { policyVersion, rule } = originOf(state, clock);
  return policies
    .version(policyVersion)
    .rules.find(({ id }) => id === rule)
    ?.clocks.find(({ kind, stage }) => kind === clock.kind && stage === clock.stage);
}

/** The `id@version` of the calendar that a clock of a policy is pinned to when it starts at an instant. */
export function pinnedCalendar(
  policy: Policy,
  { calendar }: PolicyClock,
  startedAt: number,
): string {
  return calendarReference(calendarAt(policy, calendar, startedAt));
}

/** Every policy version that a case's clocks run or ran under, or whose ladder its alerts climb. */
export function policyVersionsOf({ policyVersion, clocks, climbs, merged }: OpenedCase): number[] {
  const versions = clocks.flatMap((clock) => clock.policyVersion ?? []);
  if (climbs) versions.push(...climbs.map((climb) => climb.policyVersion));
  if (merged?.climbs) versions.push(...merged.climbs.map((climb) => climb.policyVersion));
  return versions.length > 0 ? [policyVersion, ...versions] : [policyVersion];
}

/** Running, paused, or breached while what it times still goes on. */
export function isOpenClock(clock: SlaClock): boolean {
  return isCounting(clock) || (clock.state === 'breached' && clock.stoppedAt === undefined);
}

const isLate = ({ state, stoppedAt }: SlaClock) => state === 'breached' && stoppedAt === undefined;

/** Whether a clock is past due and what it waits for is still to be done: of a case that ended nothing is. */
export function isOverdue({ stage, clocks }: Pick<OpenedCase, 'stage' | 'clocks'>): boolean {
  return stage !== 'closed' && clocks.some(isLate);
}

/** By when a case stands in a list: since when it is past due, for longest, or else when its ruling clock is due. */
export function foremostDue(state: Pick<OpenedCase, 'stage' | 'clocks'>): number | undefined {
  const { clocks } = state;
  if (!isOverdue(state)) return rulingClock(clocks)?.dueAt;
  return Math.min(...clocks.filter(isLate).map(({ dueAt }) => dueAt));
}

/**
 * When a case's one timer is due: the earliest instant at which one of its clocks, actions, orders or
 * approvals has something to report, one of its alerts goes on to its next level, or its reminders go on.
 */
export function earliestInstant(state: OpenedCase, policies: PolicyBook): number | undefined {
  let earliest = state.climbs && earliestStep(state, policies);
  const others = [
    snoozeEnd(state),
    nextActionInstant(state.resolution),
    nextOrderInstant(state.orders),
    nextApprovalInstant(state.approvals),
    nextSendInstant(state.held),
  ];
  for (const next of others) {
    if (next !== undefined && (earliest === undefined || next < earliest)) earliest = next;
  }
  for (const clock of state.clocks) {
    if (clock.state !== 'running') continue;
    const next = nextInstant(clock, calendarsOf(state, clock, policies));
    if (next !== undefined && (earliest === undefined || next < earliest)) earliest = next;
  }
  return earliest;
}
