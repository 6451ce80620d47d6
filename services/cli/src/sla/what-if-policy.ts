import { defaultPolicy } from '#sla';
import type { Budget, CalendarSpec, Policy } from '#sla';
import { CommandFailure } from '../command-failure.js';
import { readBudget, readCalendar, readPolicy } from './read-terms.js';

export interface WhatIfTerms {
  policy?: string;
  calendar?: string;
  budget?: string;
  /** The kind of clock that `budget` is of. */
  clock: string;
}

/**
 * The policy to replay against: the one given; with a calendar in place of its own; or one rule made of
 * a budget and a calendar. `inForce` is asked for where only a calendar is given.
 */
export async function whatIfPolicy(
  terms: WhatIfTerms,
  inForce: (() => Promise<Policy>) | undefined,
): Promise<Policy> {
  const { policy: named, budget: text } = terms;
  const calendar = terms.calendar === undefined ? undefined : readCalendar(terms.calendar);
  if (text !== undefined) {
    if (named !== undefined) throw new CommandFailure('give --policy or --budget, not both', 2);
    return oneRule(terms.clock, readBudget(text), calendar);
  }
  if (named !== undefined) {
    const policy = readPolicy(named);
    return calendar ? withCalendar(policy, calendar) : policy;
  }
  if (!calendar) throw new CommandFailure('give --policy, --calendar or --budget', 2);
  if (!inForce) {
    throw new CommandFailure('a file says nothing of budgets: give --policy, or --budget too', 2);
  }
  return withCalendar(await inForce(), calendar);
}

function oneRule(kind: string, budget: Budget, calendar: CalendarSpec | undefined): Policy {
  const kinds = ['acknowledge', 'stage', 'next-update', 'resolution', 'statutory'] as const;
  const found = kinds.find((one) => one === kind && one !== 'stage');
  if (!found) {
    const known = kinds.filter((one) => one !== 'stage').join(', ');
    throw new CommandFailure(`--clock: ${kind} takes no budget; give one of ${known}`, 2);
  }
  const spec = calendar ?? defaultPolicy.calendars[0]!;
  const clock = { kind: found, budget, calendar: spec.id, warnings: [0.5, 0.75, 0.9] };
  const rules = [{ id: 'what-if', match: {}, clocks: [clock] }];
  return { ...defaultPolicy, id: 'what-if', calendars: [spec], rules };
}

/**
 * The calendar takes the place of the one of its id; where there is none, of every calendar that clocks
 * count working time on.
 */
function withCalendar(policy: Policy, calendar: CalendarSpec): Policy {
  if (policy.calendars.some(({ id }) => id === calendar.id)) {
    const others = policy.calendars.filter(({ id }) => id !== calendar.id);
    return { ...policy, calendars: [...others, calendar] };
  }
  const rules = policy.rules.map((rule) => ({
    ...rule,
    clocks: rule.clocks.map((clock) =>
      clock.budget.unit.startsWith('working-') ? { ...clock, calendar: calendar.id } : clock,
    ),
  }));
  return { ...policy, calendars: [...policy.calendars, calendar], rules };
}
