import { CaseRefusal } from '../case-command.js';
import { caseEvent } from '../case-event.js';
import type { CaseEvent } from '../case-event.js';
import type { OpenedCase } from '../case-state.js';
import { iso } from '../clock-events.js';
import type { NamedCase } from '../merging/merge-command.js';
import type { RepeatCommand } from './repeat-command.js';

type Command<T extends RepeatCommand['type']> = Extract<RepeatCommand, { type: T }>;

const refused = (detail: string) => new CaseRefusal('illegal-transition', detail);
const isIn = (cases: readonly NamedCase[] | undefined, { caseId }: NamedCase) =>
  cases?.some((one) => one.caseId === caseId) ?? false;

/**
 * Repeats are linked, not merged: each complaint keeps its clocks and its answer, whether or not the
 * earlier one has ended, since a matter that comes back after its case was closed is the repeat that counts.
 */
export function decideRepeats(command: RepeatCommand, state: OpenedCase, now: number): CaseEvent[] {
  switch (command.type) {
    case 'link-repeat':
      return link(command, state, now);
    case 'rule-out-repeat':
      return ruleOut(command, state, now);
    case 'count-repeat':
      return count(command, state, now);
    case 'note-complaint-change': {
      const { type: _, by, ...change } = command;
      return [caseEvent('complaintChanged', { ...base(state, now, by), ...change })];
    }
    case 'request-join':
      return requestJoin(command, state, now);
    case 'let-join':
    case 'refuse-join':
      return decideJoin(command, state, now);
  }
}

function link(
  { earlier, note, by }: Command<'link-repeat'>,
  state: OpenedCase,
  now: number,
): CaseEvent[] {
  if (isIn(state.repeatOf, earlier)) throw refused(`it repeats ${earlier.number} already`);
  if (state.receivedAt < earlier.receivedAt) {
    throw refused(`it was received before ${earlier.number}: link that one to this one`);
  }
  return [
    caseEvent('repeatLinked', {
      ...base(state, now, by),
      ...named(earlier),
      ...(note && { note }),
    }),
  ];
}

/** Also takes a link back. */
function ruleOut(
  { earlier, reason, note, by }: Command<'rule-out-repeat'>,
  state: OpenedCase,
  now: number,
): CaseEvent[] {
  if (isIn(state.noRepeatOf, earlier)) throw refused(`${earlier.number} is ruled out already`);
  const facts = { ...base(state, now, by), ...named(earlier), reason, ...(note && { note }) };
  return [caseEvent('repeatRuledOut', facts)];
}

/** The earlier case learns of it only where that changes something. */
function count(
  { later, isRepeat, by }: Command<'count-repeat'>,
  state: OpenedCase,
  now: number,
): CaseEvent[] {
  if (isIn(state.repeatedBy, later) === isRepeat) return [];
  const repeats = (state.repeatedBy?.length ?? 0) + (isRepeat ? 1 : -1);
  const { caseId, number } = later;
  const facts = { later: caseId, laterNumber: number, isRepeat, repeats };
  return [caseEvent('repeatsCounted', { ...base(state, now, by), ...facts })];
}

function requestJoin(
  { agent, note, by }: Command<'request-join'>,
  state: OpenedCase,
  now: number,
): CaseEvent[] {
  refuseKeptFrom(agent, state);
  const joiner = state.joiners?.find((one) => one.agent === agent);
  if (joiner?.isLetIn) throw refused('they see the case already');
  if (joiner && joiner.isLetIn === undefined) throw refused('they have asked already');
  return [caseEvent('joinRequested', { ...base(state, now, by), agent, ...(note && { note }) })];
}

/** Whoever has the case may let somebody in unasked, and end it again; nobody lets in themselves. */
function decideJoin(
  { type, agent, note, by }: Command<'let-join' | 'refuse-join'>,
  state: OpenedCase,
  now: number,
): CaseEvent[] {
  const isLetIn = type === 'let-join';
  if (isLetIn) refuseKeptFrom(agent, state);
  const joiner = state.joiners?.find((one) => one.agent === agent);
  if (isLetIn && agent === by) throw refused('somebody else has to let them in');
  if (joiner?.isLetIn === isLetIn) throw refused('that is decided already');
  if (!isLetIn && !joiner) throw refused('they have not asked');
  const facts = { ...base(state, now, by), agent, isLetIn, ...(note && { note }) };
  return [caseEvent('joinDecided', facts)];
}

/** 回避: whom a case is about is not let in, nor who answers for them. */
function refuseKeptFrom(agent: string, { conflict }: OpenedCase): void {
  if (conflict?.conflicted.includes(agent)) throw refused('the case is kept from them');
}

const base = ({ id, dimensions }: OpenedCase, now: number, by: string) => ({
  caseId: id,
  at: iso(now),
  dimensions,
  by,
});
const named = ({ caseId, number }: NamedCase) => ({ earlier: caseId, earlierNumber: number });
