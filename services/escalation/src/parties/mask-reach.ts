import type { Role, TimelineEntry } from '#contracts';
import type { Principal } from '#platform';
import { caseEventOf } from '../domain/case-event.js';
import type { CaseEvent } from '../domain/case-event.js';
import { reachedBy } from '../domain/parties/reach-party.js';

/** Who may look customers up, and so reads how others of a case are reached. */
const reachReaders: readonly Role[] = ['agent', 'supervisor', 'admin'];

/** Enough to tell two of them apart, and too little to reach anybody. */
const masks: Readonly<Record<string, (said: string) => string>> = {
  phone: (said) => `${'*'.repeat(7)}${said.length > 7 ? said.slice(-4) : ''}`,
  email: (said) => `***${said.slice(said.lastIndexOf('@'))}`,
  address: () => '***',
};

/** What a text of an event tells of how a party is reached, if it does: a phone, an address of mails, or another. */
function wayIn(event: CaseEvent, name: string): string | undefined {
  if (event.name === 'partyNamed') return name;
  const isTo = event.name === 'messageHeld' && event.data.partyId !== undefined && name === 'to';
  return isTo ? (reachedBy[event.data.channel] ?? 'address') : undefined;
}

/**
 * A history as somebody may read it: how parties are reached is masked for whoever may not look customers up, where they
 * were named and where they were written to.
 */
export function withMaskedReach(
  timeline: TimelineEntry[],
  { roles }: Pick<Principal, 'roles'>,
): TimelineEntry[] {
  if (roles.some((role) => reachReaders.includes(role))) return timeline;
  return timeline.map((entry) => {
    const event = caseEventOf(entry.type, entry.data);
    if (!event) return entry;
    const said = Object.entries(entry.texts).map(([name, text]) => {
      const mask = masks[wayIn(event, name) ?? ''];
      return [name, text === null || !mask ? text : mask(text)];
    });
    return { ...entry, texts: Object.fromEntries(said) as TimelineEntry['texts'] };
  });
}
