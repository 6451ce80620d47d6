import { channel } from '#contracts';
import type { PartiesView, PartyFacts, TimelineEntry } from '#contracts';
import { caseEventOf } from '../domain/case-event.js';
import type { OpenedCase } from '../domain/case-state.js';
import { addressFor } from '../domain/parties/reach-party.js';

/** Those who take part, in the order of the case, as they were told of last. */
export function toPartiesView(
  timeline: readonly TimelineEntry[],
  { parties = [] }: OpenedCase,
): PartiesView {
  const told = new Map<string, Omit<PartiesView['items'][number], keyof PartyFacts>>();
  for (const { type, data, texts } of timeline) {
    const event = caseEventOf(type, data);
    if (event?.name !== 'partyNamed') continue;
    const { partyId, unit = null, at, by } = event.data;
    const text = (name: string) => texts[name] ?? null;
    const said = {
      ...{ name: text('name'), phone: text('phone'), email: text('email') },
      ...{ address: text('address'), note: text('note') },
      reachedBy: channel.options.filter((one) => addressFor(one, event.data)),
    };
    told.set(partyId, { unit, ...said, at, by });
  }
  // Whoever is in the state was named by an event.
  return { items: parties.map((party) => ({ ...party, ...told.get(party.id)! })) };
}
