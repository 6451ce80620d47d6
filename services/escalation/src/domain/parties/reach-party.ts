import type { Channel, Envelope, PartyFacts } from '#contracts';
import { CaseRefusal } from '../case-command.js';
import type { OpenedCase } from '../case-state.js';

/** By which of what was said of a party a channel reaches them; they have no account, and no name in a network. */
export const reachedBy: Partial<Record<Channel, 'phone' | 'email' | 'address'>> = {
  phone: 'phone',
  email: 'email',
  letter: 'address',
  visit: 'address',
};

/** Where a channel reaches somebody; undefined where nobody said so. */
export function addressFor(
  channel: Channel,
  said: { phone?: Envelope; email?: Envelope; address?: Envelope },
): Envelope | undefined {
  const field = reachedBy[channel];
  return field && said[field];
}

/** @throws CaseRefusal `not-found` for somebody who does not take part, or no longer does */
export function requireParty({ parties = [] }: OpenedCase, partyId: string): PartyFacts {
  const known = parties.find(({ id }) => id === partyId);
  if (known) return known;
  throw new CaseRefusal('not-found', 'this party takes part no more, or never did');
}

/** Only who may be told is told, and only where the case says that they are reached. @throws CaseRefusal otherwise */
export function requireReached(
  state: OpenedCase,
  partyId: string,
  channel: Channel,
  to: Envelope | undefined,
): void {
  const refused = (detail: string) =>
    new CaseRefusal('illegal-transition', detail, [], { partyId, channel });
  if (!requireParty(state, partyId).mayBeTold) {
    throw refused('the customer has not agreed that this party hears of the case');
  }
  if (!to) throw refused(`nothing is known by which this party is reached: ${channel}`);
}
