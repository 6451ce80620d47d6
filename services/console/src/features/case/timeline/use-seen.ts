import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useSession } from '../../../session/session.js';
import { useIsOwn } from '../case-queries.js';
import type { TimelineEntry } from '../case-queries.js';
import { holdsBack, unseenOf } from './seen.js';
import type { Seen } from './seen.js';
import { markSeen, seenOf, subscribeSeen } from './seen-store.js';

export interface Reading {
  /** Entries that came after whoever reads was here last, or while they were not looking. */
  isNew: (entry: TimelineEntry) => boolean;
  /** Of these, the ones that must be read before anything is sent. */
  unread: readonly TimelineEntry[];
  /** How many are new, read or not. */
  newCount: number;
  see: (sequences: readonly number[]) => void;
  /** The version of the case that has been read; absent until that and what was read before are known. */
  version: number | undefined;
}

/**
 * What of a case somebody has read, of `entries` as they are drawn; `last` is the sequence of the latest that there is,
 * drawn or told with another. Whoever opens it for the first time has read what is there; whether they do is
 * known once the server has said what they read on other devices (`isKnown`): nothing is new, or sent, before.
 */
export function useSeen(
  caseId: string,
  entries: readonly TimelineEntry[] | undefined,
  last: number | undefined,
  isKnown: boolean,
): Reading {
  const { username } = useSession();
  const isOwn = useIsOwn();
  const kept = useSyncExternalStore(subscribeSeen, () => seenOf(username, caseId));
  const [opened, setOpened] = useState<Seen>();
  const first = useMemo(() => {
    if (!isKnown) return undefined;
    return kept ?? (last === undefined ? undefined : { upTo: last, beyond: [] });
  }, [isKnown, kept, last]);
  if (!opened && first) setOpened(first);
  const unread = useMemo(
    () => (entries && first ? unseenOf(entries, first, isOwn) : []).filter(holdsBack),
    [entries, first, isOwn],
  );
  const isAllRead = unread.length === 0;
  useEffect(() => {
    if (last === undefined || !isKnown) return;
    if (!kept) markSeen(username, caseId, [last]);
    // What they did themselves, and time that passed, closes the gaps between what they read.
    else if (isAllRead && kept.upTo < last) {
      const { upTo } = kept;
      markSeen(
        username,
        caseId,
        Array.from({ length: last - upTo }, (_, index) => upTo + 1 + index),
      );
    }
  }, [kept, last, isKnown, isAllRead, username, caseId]);
  // The same until something happens: the timeline is not drawn anew with every character of a reply.
  return useMemo(() => {
    const news = entries && opened ? unseenOf(entries, opened, isOwn).filter(holdsBack) : [];
    const fresh = new Set(news.map(({ id }) => id));
    return {
      isNew: ({ id }) => fresh.has(id),
      unread,
      newCount: fresh.size,
      see: (sequences) => markSeen(username, caseId, sequences),
      version: isKnown ? last : undefined,
    };
  }, [entries, opened, isOwn, unread, username, caseId, last, isKnown]);
}
