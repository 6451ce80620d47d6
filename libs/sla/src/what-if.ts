import { BusinessCalendar } from './business-calendar.js';
import type { CalendarSpec, Instant } from './calendar-spec.js';
import { shareInstant } from './budget.js';
import { mayPause } from './clock-pause.js';
import { extendedDue } from './clock-recalculate.js';
import type { Clock } from './clock-state.js';
import { explainClock } from './explain.js';
import type { ClockExplanation } from './explain.js';
import { dueWithPauses } from './pause-replay.js';
import { calendarAt, calendarReference } from './policy-calendars.js';
import { selectRule } from './policy.js';
import type { CaseFacts } from './policy-match.js';
import type { Policy, PolicyClock, PolicyRule } from './policy.js';
import type { RecordedClock } from './recorded-clock.js';
import { VerdictCounts } from './what-if-counts.js';
import type { WhatIfGroup } from './what-if-counts.js';

export type SimulatedVerdict = 'met' | 'breached' | 'open' | 'none';

/** A clock whose verdict would have been another one. */
export interface WhatIfFlip {
  readonly recorded: RecordedClock;
  readonly verdict: SimulatedVerdict;
  readonly dueAt: Instant;
  readonly explanation: ClockExplanation;
}

export interface WhatIfResult {
  /** Clocks replayed; cancelled ones have no verdict and are left out. */
  clocks: number;
  cancelled: number;
  toMet: number;
  toBreached: number;
  groups: WhatIfGroup[];
  /** The first flips, no more than were asked for; `toMet + toBreached` is how many there are. */
  flips: WhatIfFlip[];
}

export interface WhatIfOptions {
  policy: Policy;
  /** As of when clocks that go on are judged. */
  now: Instant;
  /** How many flips are kept with their explanations. */
  mostFlips?: number;
}

interface Simulated {
  verdict: SimulatedVerdict;
  isWarned: boolean;
  dueAt: Instant;
}

/**
 * Replays recorded clocks against a policy, one at a time: memory does not grow with their number, only
 * with the flips kept and the values of the dimensions. A clock is compared with the one of the same
 * kind and stage that the policy's rule for its case gives.
 */
export class WhatIf {
  private readonly compiled = new Map<CalendarSpec, BusinessCalendar>();
  private readonly rules = new Map<string, PolicyRule>();
  private readonly counts = new VerdictCounts();
  private readonly flips: WhatIfFlip[] = [];
  private readonly mostFlips: number;
  private clocks = 0;
  private cancelled = 0;
  private toMet = 0;
  private toBreached = 0;

  /** @throws CalendarError when a calendar of the policy can't be used */
  constructor(private readonly options: WhatIfOptions) {
    for (const spec of options.policy.calendars) {
      this.compiled.set(spec, new BusinessCalendar(spec));
    }
    this.mostFlips = options.mostFlips ?? 1_000;
  }

  add(recorded: RecordedClock): void {
    if (recorded.verdict === 'cancelled') {
      this.cancelled += 1;
      return;
    }
    this.clocks += 1;
    const rule = this.ruleOf(recorded.facts);
    const promise = rule.clocks.find(
      ({ kind, stage }) => kind === recorded.kind && stage === recorded.stage,
    );
    const simulated = promise && this.simulate(recorded, promise);
    const verdict = simulated?.verdict ?? 'none';
    const flip = flipOf(recorded.verdict, verdict);
    this.counts.add(recorded, verdict, simulated?.isWarned ?? false, flip);
    if (!flip) return;
    if (flip === 'to-met') this.toMet += 1;
    else this.toBreached += 1;
    if (promise && simulated && this.flips.length < this.mostFlips) {
      this.flips.push(this.explain(recorded, rule, promise, simulated));
    }
  }

  result(): WhatIfResult {
    const { clocks, cancelled, toMet, toBreached, flips } = this;
    return { clocks, cancelled, toMet, toBreached, groups: this.counts.groups(), flips };
  }

  private simulate(recorded: RecordedClock, promise: PolicyClock): Simulated | undefined {
    const { startedAt, stoppedAt, extensions, dueAt: externalDueAt } = recorded;
    const { budget } = promise;
    if (budget.unit === 'external' && externalDueAt === undefined) return undefined;
    const calendar = this.calendarOf(promise, startedAt);
    const pauses = pausesOf(recorded, promise);
    let dueAt = dueWithPauses(startedAt, budget, pauses, calendar, externalDueAt);
    for (const extension of extensions ?? []) dueAt = extendedDue(dueAt, extension, calendar);
    const until = stoppedAt ?? this.options.now;
    const isStanding = stoppedAt === undefined && pauses.some(({ to }) => to === undefined);
    // Like a running clock, one that stops at its due instant or at a warning's has met it.
    const threshold = Math.min(...promise.warnings);
    const warnedAt = shareInstant(startedAt, dueAt, threshold, budget, calendar);
    const isWarned = promise.warnings.length > 0 && warnedAt < until;
    const isLate = until > dueAt && !isStanding;
    const verdict = isLate ? 'breached' : stoppedAt === undefined ? 'open' : 'met';
    return { verdict, isWarned, dueAt };
  }

  private explain(
    recorded: RecordedClock,
    { id: rule }: PolicyRule,
    promise: PolicyClock,
    { verdict, dueAt }: Simulated,
  ): WhatIfFlip {
    const { policy, now } = this.options;
    const { startedAt, stoppedAt, extensions, stage } = recorded;
    const calendar = this.calendarOf(promise, startedAt);
    const clock: Clock = {
      clockId: recorded.number ?? recorded.caseId,
      kind: promise.kind,
      ...(stage !== undefined && { stage }),
      state: verdict === 'met' || verdict === 'breached' ? verdict : 'running',
      ...{ startedAt, dueAt, budget: promise.budget, calendar: calendarReference(calendar.spec) },
      ...{ thresholds: promise.warnings, warned: [], revision: 1 },
      ...(stoppedAt !== undefined && { stoppedAt }),
      pauses: pausesOf(recorded, promise),
      ...(extensions && { extensions }),
    };
    const terms = { rule, policyVersion: policy.version, now };
    return { recorded, verdict, dueAt, explanation: explainClock(clock, () => calendar, terms) };
  }

  /** The version that clocks which start then run on. */
  private calendarOf({ calendar }: PolicyClock, startedAt: Instant): BusinessCalendar {
    return this.compiled.get(calendarAt(this.options.policy, calendar, startedAt))!;
  }

  /** Cases of the same facts fall under the same rule; there are few such facts and many cases. */
  private ruleOf(facts: CaseFacts): PolicyRule {
    const { category, severity, tier, channel, product = '', unit = '' } = facts;
    const key = `${category}\n${severity}\n${tier}\n${channel}\n${product}\n${unit}`;
    let rule = this.rules.get(key);
    if (!rule) {
      if (this.rules.size >= mostRememberedFacts) this.rules.clear();
      this.rules.set(key, (rule = selectRule(this.options.policy, facts)));
    }
    return rule;
  }
}

const mostRememberedFacts = 10_000;

/** Pauses that the promise allows, in order. Nobody pauses a statutory or an external clock. */
function pausesOf({ pauses = [] }: RecordedClock, promise: PolicyClock) {
  return pauses.filter(({ reason }) => mayPause(promise, reason));
}

function flipOf(
  before: RecordedClock['verdict'],
  after: SimulatedVerdict,
): 'to-met' | 'to-breached' | undefined {
  if (before === 'breached' && (after === 'met' || after === 'open')) return 'to-met';
  return (before === 'met' || before === 'open') && after === 'breached'
    ? 'to-breached'
    : undefined;
}
