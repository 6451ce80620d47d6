import { extendClock, recalculate, resumeClock } from '#sla';
import type { Budget, SlaClock } from '#sla';
import { calendarsOf, originOf } from '../../../escalation/src/domain/case-clocks.js';
import type { CaseEvent } from '../../../escalation/src/domain/case-event.js';
import type { OpenedCase } from '../../../escalation/src/domain/case-state.js';
import type { PolicyBook } from '../../../escalation/src/domain/policy-book.js';

type Recalculated = Extract<CaseEvent, { name: 'clockRecalculated' }>['data'];

/** Due instants that moved are recomputed from what moved them: a pause, other terms, an extension. */
export function checkTermsEvent(
  state: OpenedCase,
  clock: SlaClock,
  event: CaseEvent,
  policies: PolicyBook,
  problem: (detail: string) => void,
): void {
  const request = state.extensionRequests?.find(({ clockId }) => clockId === clock.clockId);
  switch (event.name) {
    case 'clockResumed': {
      if (clock.state !== 'paused') return problem(`resumed while it is ${clock.state}`);
      const at = Date.parse(event.data.at);
      const { dueAt } = resumeClock(clock, at, calendarsOf(state, clock, policies));
      if (dueAt !== Date.parse(event.data.dueAt)) problem(`due ${dueAt} after its pause`);
      return;
    }
    case 'clockRecalculated': {
      const { data } = event;
      if (Date.parse(data.before.dueAt) !== clock.dueAt) problem('it was due at another instant');
      const { dueAt, revision, warned } = changedClock(state, clock, data, policies);
      if (dueAt !== Date.parse(data.dueAt)) problem(`its new terms say ${dueAt}`);
      if (revision !== data.revision) problem(`it is revision ${revision}`);
      if (warned.join() !== data.warned.join()) problem(`it has warned of ${warned.join()}`);
      return;
    }
    case 'extensionRequested':
      if (clock.state !== 'running' && clock.state !== 'paused') problem('asked after its end');
      return;
    case 'extensionApproved':
    case 'extensionRefused':
      if (!request) problem('decided, though nobody asked');
      if (event.name === 'extensionApproved' && event.data.by === event.data.requestedBy) {
        problem('approved by who asked for it');
      }
      return;
    default:
  }
}

function changedClock(
  state: OpenedCase,
  clock: SlaClock,
  { cause, after, at, warnings }: Recalculated,
  policies: PolicyBook,
): SlaClock {
  const instant = Date.parse(at);
  const before = originOf(state, clock);
  if (cause === 'extension') {
    const added = after.extensions.at(-1) as Budget;
    return extendClock(clock, added, before, instant, calendarsOf(state, clock, policies));
  }
  const { calendar, policyVersion, rule } = after;
  const budget = after.budget as Budget;
  const terms = { cause, budget, calendar, policyVersion, rule, thresholds: warnings, before };
  return recalculate(clock, terms, instant, policies.calendars(policyVersion));
}
