import type { TimelineEntry } from '../case-queries.js';
import { eventName } from './entry-facts.js';

const ends: readonly string[] = ['case.resolved', 'case.closed', 'case.withdrawn', 'case.merged'];

/** Why a case that was resolved is worked on again; absent where it never was, or is resolved anew. */
export function openAgain(
  entries: readonly Pick<TimelineEntry, 'type' | 'data'>[],
): string | undefined {
  const last = entries.findLast(({ type }) => {
    const name = eventName(type);
    return name === 'case.reopened' || ends.includes(name);
  });
  if (!last || eventName(last.type) !== 'case.reopened') return undefined;
  return String(last.data['reason']);
}
