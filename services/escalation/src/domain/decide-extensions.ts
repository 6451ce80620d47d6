import { extendClock, isCounting } from '#sla';
import type { PolicyClock, SlaClock } from '#sla';
import { calendarsOf, definitionOfClock, isOpenClock, originOf } from './case-clocks.js';
import { CaseRefusal } from './case-command.js';
import type { ClockCommand } from './case-command.js';
import { caseEvent } from './case-event.js';
import type { CaseEvent } from './case-event.js';
import type { OpenedCase } from './case-state.js';
import { clockFields, iso } from './clock-events.js';
import { namedClocks } from './decide-pauses.js';
import type { DecisionContext } from './decision-context.js';
import type { PolicyBook } from './policy-book.js';
import { recalculatedEvent } from './recalculated-event.js';

type Command<T extends ClockCommand['type']> = Extract<ClockCommand, { type: T }>;

const refused = (detail: string) => new CaseRefusal('illegal-transition', detail);

/** More time is asked for before a clock is due, where its policy knows extensions, and as often as it allows. */
export function requestExtension(
  { clock: name, reason, note, by }: Command<'request-extension'>,
  state: OpenedCase,
  now: number,
  context: DecisionContext,
): CaseEvent[] {
  const [clock, another] = namedClocks(state, [name]);
  if (another) throw refused(`${name} is more than one clock: name it by its id`);
  extensionOf(state, clock!, context);
  if (state.extensionRequests?.some(({ clockId }) => clockId === clock!.clockId)) {
    throw refused(`an extension of ${clock!.clockId} is asked for already`);
  }
  const fields = clockFields(state, clock!, now);
  return [caseEvent('extensionRequested', { ...fields, reason, ...(note && { note }), by })];
}

/**
 * Given by somebody other than who asked for it, with what the customer was told of it as evidence. The
 * clock that is due later is one revision further.
 */
export function approveExtension(
  { clock: name, notice, by }: Command<'approve-extension'>,
  state: OpenedCase,
  now: number,
  context: DecisionContext,
): CaseEvent[] {
  const { clock, requestedBy } = requested(state, name);
  const { budget } = extensionOf(state, clock, context);
  if (by === requestedBy) {
    throw new CaseRefusal('forbidden', 'an extension is decided by another person than who asked');
  }
  if (!notice) {
    const detail = 'an extension needs the notice to the customer: its channel and its text';
    throw new CaseRefusal('missing-evidence', detail, ['notice']);
  }
  const calendars = calendarsOf(state, clock, context.policies);
  const extended = extendClock(clock, budget, originOf(state, clock), now, calendars);
  return [
    caseEvent('extensionApproved', {
      ...clockFields(state, clock, now),
      extension: budget,
      requestedBy,
      by,
      noticeChannel: notice.channel,
      notice: notice.text,
    }),
    recalculatedEvent(state, extended, now),
  ];
}

export function refuseExtension(
  { clock: name, reason, note, by }: Command<'refuse-extension'>,
  state: OpenedCase,
  now: number,
): CaseEvent[] {
  const { clock, requestedBy } = requested(state, name);
  const fields = clockFields(state, clock, now);
  const words = note && { note };
  return [caseEvent('extensionRefused', { ...fields, requestedBy, reason, ...words, by })];
}

/** The extension that is asked for, of a clock by id or kind, or the only one. */
function requested(
  { clocks, extensionRequests = [] }: OpenedCase,
  name?: string,
): { clock: SlaClock; requestedBy: string } {
  const found = extensionRequests.flatMap(({ clockId, by }) => {
    const clock = clocks.find((one) => one.clockId === clockId);
    const isMeant = name === undefined || clockId === name || clock?.kind === name;
    return clock && isMeant ? [{ clock, requestedBy: by }] : [];
  });
  if (found.length === 1) return found[0]!;
  if (found.length > 0) throw refused('more than one extension is asked for: name the clock');
  throw refused(name ? `no extension of ${name} is asked for` : 'no extension is asked for');
}

/** Of what is asked for still to be decided: a clock that has ended needs no more time. */
export function waitingExtensions({
  stage,
  clocks,
  extensionRequests = [],
}: Pick<OpenedCase, 'stage' | 'clocks' | 'extensionRequests'>): { clock: SlaClock; by: string }[] {
  if (stage === 'closed') return [];
  return extensionRequests.flatMap(({ clockId, by }) => {
    const clock = clocks.find((one) => one.clockId === clockId);
    return clock && isOpenClock(clock) ? [{ clock, by }] : [];
  });
}

/** When a clock would be due with one more extension; undefined where its policy allows none, or none any more. */
export function extendedDueAt(
  state: OpenedCase,
  clock: SlaClock,
  now: number,
  policies: PolicyBook,
): number | undefined {
  const left = extensionLeft(state, clock, policies);
  if (!left) return undefined;
  const calendars = calendarsOf(state, clock, policies);
  return extendClock(clock, left.budget, originOf(state, clock), now, calendars).dueAt;
}

/** What one more extension would add to a clock; undefined where its policy allows none, or none any more. */
export function extensionLeft(
  state: OpenedCase,
  clock: SlaClock,
  policies: PolicyBook,
): NonNullable<PolicyClock['extension']> | undefined {
  if (!isCounting(clock)) return undefined;
  const extension = definitionOfClock(state, clock, policies)?.extension;
  const given = clock.extensions?.length ?? 0;
  return extension && given < extension.times ? extension : undefined;
}

/** What the policy allows a clock that has not expired. @throws CaseRefusal when it allows nothing */
function extensionOf(
  state: OpenedCase,
  clock: SlaClock,
  { policies }: DecisionContext,
): NonNullable<PolicyClock['extension']> {
  const left = extensionLeft(state, clock, policies);
  if (left) return left;
  const { clockId, dueAt, extensions = [] } = clock;
  if (clock.state === 'breached') throw refused(`${clockId} expired at ${iso(dueAt)}`);
  if (!isCounting(clock)) throw refused(`${clockId} has ended: it is ${clock.state}`);
  if (extensions.length === 0) throw refused(`the policy knows no extension of ${clockId}`);
  throw refused(`${clockId} was extended ${extensions.length} times; its policy allows no more`);
}
