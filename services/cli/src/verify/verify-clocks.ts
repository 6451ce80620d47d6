import { correctVerdict, dueInstant, isPausableKind, thresholdInstant } from '#sla';
import type { SlaClock } from '#sla';
import { calendarsOf } from '../../../escalation/src/domain/case-clocks.js';
import type { OpenedCase } from '../../../escalation/src/domain/case-state.js';
import type { PolicyBook } from '../../../escalation/src/domain/policy-book.js';
import type { CaseStreamEvent } from './case-stream-event.js';
import { checkTermsEvent } from './verify-terms.js';
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
  if (!('clockId' in event.data) || event.data.clockId === undefined) return;
  const { clockId } = event.data;
  const clock = state.clocks.find((one) => one.clockId === clockId);
  if (!clock) return problem(`the case has no clock ${clockId}`);
  const instant = Date.parse(event.data.at);
  switch (event.name) {
    case 'clockMet':
      if (instant > clock.dueAt) problem('met after it was due');
      if (clock.state === 'breached') problem('met after its breach, without a correction');
      return;
    case 'clockStoppedLate':
      if (clock.state !== 'breached') problem('stopped late without a breach');
      else if (instant <= clock.dueAt) problem('late, though in time');
      return;
    case 'clockBreached':
      if (clock.state === 'breached') return fired('it breaches a second time');
      if (clock.state !== 'running') problem(`it breaches while it is ${clock.state}`);
      if (Date.parse(event.data.dueAt) !== clock.dueAt) problem('breached at another due instant');
      if (!isImported && recordedAt <= clock.dueAt) fired('it breached early');
      return;
    case 'warningReached': {
      const { threshold } = event.data;
      if (clock.warned.includes(threshold)) return fired('it warns a second time');
      const due = thresholdInstant(clock, threshold, calendarsOf(state, clock, policies));
      if (instant !== due) problem('the warning names another instant');
      if (!isImported && recordedAt < due) fired('it warned early');
      return;
    }
    case 'verdictCorrected': {
      const { before, verdict } = event.data;
      if (clock.state !== before) problem(`its verdict was ${clock.state}, not ${before}`);
      const right = correctVerdict(clock, instant).state;
      if (right !== verdict) problem(`corrected to ${verdict}, its times say ${right}`);
      return;
    }
    case 'clockRestored': {
      const held = state.merged?.clocks.find((one) => one.clockId === clockId);
      if (!held) problem('restored, though it was not held');
      else if (held.dueAt !== Date.parse(event.data.dueAt))
        problem('restored to another due instant');
      return;
    }
    case 'clockPaused':
      if (!isPausableKind(clock.kind)) problem('nobody may pause it');
      else if (clock.state !== 'running') problem(`paused while it is ${clock.state}`);
      else if (instant > clock.dueAt) problem('paused after it was due');
      return;
    default:
      checkTermsEvent(state, clock, event, policies, problem);
  }
}

/** A clock that starts is due when its budget says. */
export function checkStarts(
  state: OpenedCase,
  clocks: readonly SlaClock[],
  policies: PolicyBook,
  at: string,
  violations: Violations,
): void {
  for (const clock of clocks) {
    const { clockId, budget, startedAt, dueAt, calendar } = clock;
    if (budget.unit === 'external') continue;
    const due = dueInstant(startedAt, budget, calendarsOf(state, clock, policies)(calendar));
    if (due === dueAt) continue;
    const detail = `${clockId} is due ${dueAt}, its budget says ${due}`;
    violations.add('verdict-recomputed', 'escalation', at, detail);
  }
}

/** What must hold of the clocks of a case as it stands. */
export function checkClocks(
  { stage, clocks }: OpenedCase,
  stream: string,
  violations: Violations,
): void {
  const open = clocks.filter(({ state }) => state === 'running' || state === 'paused');
  if (stage === 'closed' && open.length > 0) {
    const names = open.map(({ clockId }) => clockId).join(', ');
    violations.add('legal-stages', 'escalation', stream, `it is closed and ${names} still runs`);
  }
  for (const { clockId, state, dueAt, stoppedAt } of clocks) {
    const isWrong =
      (state === 'met' && (stoppedAt === undefined || stoppedAt > dueAt)) ||
      (state === 'breached' && stoppedAt !== undefined && stoppedAt <= dueAt);
    if (!isWrong) continue;
    const detail = `${clockId} is ${state}, due ${dueAt}, stopped ${stoppedAt}`;
    violations.add('verdict-recomputed', 'escalation', stream, detail);
  }
}
