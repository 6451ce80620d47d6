import type { PartyFacts } from '#contracts';
import { CaseRefusal } from '../case-command.js';
import { caseEvent } from '../case-event.js';
import type { CaseEvent } from '../case-event.js';
import type { OpenedCase } from '../case-state.js';
import { iso } from '../clock-events.js';
import type { DecisionContext } from '../decision-context.js';
import { takeBack } from '../messages/decide-messages.js';
import type { HeldMessage } from '../messages/message-state.js';
import type { PartyCommand } from './party-command.js';
import { addressFor } from './reach-party.js';

/** Beyond that it is no complaint of one customer but an incident. */
const mostParties = 20;

/** Tenants, relatives, subcontractors: people whom a complaint concerns without being theirs. */
export function decideParties(
  command: PartyCommand,
  state: OpenedCase,
  now: number,
  { newId }: DecisionContext,
): CaseEvent[] {
  const refused = (detail: string) => new CaseRefusal('illegal-transition', detail);
  if (state.stage === 'closed') throw refused(`the case is ${state.status}`);
  const { parties = [], dimensions } = state;
  const base = { caseId: state.id, at: iso(now), dimensions };
  const known = parties.find(({ id }) => id === command.partyId);
  if (command.partyId !== undefined && !known) {
    throw new CaseRefusal('not-found', 'nobody was named under this id');
  }
  if (command.type === 'drop-party') {
    const { type: _, ...dropped } = command;
    const { partyId, by } = dropped;
    return [
      caseEvent('partyDropped', { ...base, ...dropped, role: known!.role }),
      ...takeBack(state, now, by, (message) => message.partyId === partyId),
    ];
  }
  if (!known && parties.length >= mostParties) throw refused(`${mostParties} take part already`);
  const { type: _, partyId = newId(), ...named } = command;
  return [
    caseEvent('partyNamed', { ...base, partyId, ...named }),
    ...takeBack(state, now, named.by, (message) => message.partyId === partyId && isLost(message)),
  ];

  /** Whoever may not hear of it any more, or is reached there no longer, is not sent what still waits. */
  function isLost({ channel }: HeldMessage): boolean {
    return !named.mayBeTold || addressFor(channel, named) === undefined;
  }
}

/** Who is called is one at most: the one who was named so last. */
export function evolveParties(
  state: OpenedCase,
  { name, data }: Extract<CaseEvent, { name: 'partyNamed' | 'partyDropped' }>,
): OpenedCase {
  const { parties: before = [], ...rest } = state;
  const others = before.filter(({ id }) => id !== data.partyId);
  if (name === 'partyDropped') {
    return (others.length > 0 ? { ...rest, parties: others } : rest) as OpenedCase;
  }
  const { partyId: id, role, mayBeTold, isContact } = data;
  const kept = isContact ? others.map((one): PartyFacts => ({ ...one, isContact: false })) : others;
  return { ...state, parties: [...kept, { id, role, mayBeTold, isContact }] };
}
