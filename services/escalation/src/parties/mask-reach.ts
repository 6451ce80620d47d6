import type { Role, TimelineEntry } from '#contracts';
import type { Principal } from '#platform';
import { caseEventOf } from '../domain/case-event.js';

/** Who may look customers up, and so reads how others of a case are reached. */
const reachReaders: readonly Role[] = ['agent', 'supervisor', 'admin'];

/** Enough to tell two of them apart, and too little to reach anybody. */
const masks: Readonly<Record<string, (said: string) => string>> = {
  phone: (said) => `${'*'.repeat(7)}${said.length > 7 ? said.slice(-4) : ''}`,
  email: (said) => `***${said.slice(said.lastIndexOf('@'))}`,
  address: () => '***',
};

/** A history as somebody may read it: how parties are reached is masked for whoever may not look customers up. */
export function withMaskedReach(
  timeline: TimelineEntry[],
  { roles }: Pick<Principal, 'roles'>,
): TimelineEntry[] {
  if (roles.some((role) => reachReaders.includes(role))) return timeline;
  return timeline.map((entry) => {
    if (caseEventOf(entry.type, entry.data)?.name !== 'partyNamed') return entry;
    const said = Object.entries(entry.texts).map(([name, text]) => [
      name,
      text === null ? null : (masks[name]?.(text) ?? text),
    ]);
    return { ...entry, texts: Object.fromEntries(said) as TimelineEntry['texts'] };
  });
}
