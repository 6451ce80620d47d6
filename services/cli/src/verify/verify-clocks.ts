import { dueInstant, shareInstant } from '#sla';
import type { SlaClock } from '#sla';
import type { OpenedCase } from '../../../escalation/src/domain/case-state.js';
import type { PolicyBook } from '../../../escalation/src/domain/policy-book.js';
import type { CaseStreamEvent } from './case-stream-event.js';
import type { Violations } from './violation.js';

/** A verdict equals the one recomputed from the clock's own times; nothing fires early or twice. */
export function checkClockEvent(
  state: OpenedCase,
  { event, recordedAt }: CaseStreamEvent,
  isImported: boolean,
  policies: PolicyBook,
  at: string,
  violations: Violations,
): void {
  const problem = (detail: string) =>
    violations.add('verdict-recomputed', 'escalation', at, detail);
  const fired = (detail: string) => violations.add('one-timer', 'escalation', at, detail);
  switch (event.name) {
    case 'clockMet': {
      const clock = clockOf(state, event.data.clockId);
      if (!clock || Date.parse(event.data.at) > clock.dueAt) problem('met after it was due');
      return;
    }
    case 'clockStoppedLate': {
      const clock = clockOf(state, event.data.clockId);
      if (clock?.state !== 'breached') problem('stopped late without a breach');
      else if (Date.parse(event.data.at) <= clock.dueAt) problem('late, though in time');
      return;
    }
    case 'clockBreached': {
      const clock = clockOf(state, event.data.clockId);
      if (!clock || clock.state === 'breached') return fired('it breaches a second time');
      if (Date.parse(event.data.dueAt) !== clock.dueAt) problem('breached at another due instant');
      if (!isImported && recordedAt <= clock.dueAt) fired('it breached early');
      return;
    }
    case 'warningReached': {
      const { clockId, threshold } = event.data;
      const clock = clockOf(state, clockId);
      if (!clock || clock.warned.includes(threshold)) return fired('it warns a second time');
      const calendar = policies.calendars(state.policyVersion)(clock.calendar);
      const due = shareInstant(clock.startedAt, clock.dueAt, threshold, clock.budget, calendar);
      if (Date.parse(event.data.at) !== due) problem('the warning names another instant');
      if (!isImported && recordedAt < due) fired('it warned early');
      return;
    }
    default:
  }
}

/** What must hold of the clocks of a case as it stands. */
export function checkClocks(
  { stage, clocks, policyVersion }: OpenedCase,
  policies: PolicyBook,
  stream: string,
  violations: Violations,
): void {
  const open = clocks.filter(({ state }) => state === 'running' || state === 'paused');
  if (stage === 'closed' && open.length > 0) {
    const names = open.map(({ clockId }) => clockId).join(', ');
    violations.add('legal-stages', 'escalation', stream, `it is closed and ${names} still runs`);
  }
  for (const clock of clocks) {
    const { clockId, state, dueAt, stoppedAt, budget, revision } = clock;
    if (budget.unit !== 'external' && revision === 1) {
      const calendar = policies.calendars(policyVersion)(clock.calendar);
      const due = dueInstant(clock.startedAt, budget, calendar);
      if (due !== dueAt) {
        const detail = `${clockId} is due ${dueAt}, its budget says ${due}`;
        violations.add('verdict-recomputed', 'escalation', stream, detail);
      }
    }
    const isWrong =
      (state === 'met' && (stoppedAt === undefined || stoppedAt > dueAt)) ||
      (state === 'breached' && stoppedAt !== undefined && stoppedAt <= dueAt);
    if (!isWrong) continue;
    const detail = `${clockId} is ${state}, due ${dueAt}, stopped ${stoppedAt}`;
    violations.add('verdict-recomputed', 'escalation', stream, detail);
  }
}

const clockOf = ({ clocks }: OpenedCase, clockId: string): SlaClock | undefined =>
  clocks.find((clock) => clock.clockId === clockId);
