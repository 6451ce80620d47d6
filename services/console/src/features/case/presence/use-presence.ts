import { useEffect, useEffectEvent, useRef, useState, useSyncExternalStore } from 'react';
import { api, bodyOf } from '../../../api/client.js';
import { useStream } from '../../../api/use-stream.js';
import { useSession } from '../../../session/session.js';
import { isSameSeen } from '../timeline/seen.js';
import type { Seen } from '../timeline/seen.js';
import { adoptSeen, seenOf, subscribeSeen } from '../timeline/seen-store.js';

export interface Viewer {
  username: string;
  agentId: string | null;
  doing: 'viewing' | 'composing';
  since: string;
}

/** The server forgets who has not said it again within 30 s. */
const sayAgainMs = 12_000;
/** As many entries beyond the mark as the server keeps. */
const mostBeyond = 1_000;

/** What was read is told once nothing more was for a moment, not with the next beat: somebody may go on elsewhere. */
const seenPauseMs = 700;

/**
 * Says that one looks at the case or writes in it, with what one has read of it, and hears who else does; on hidden
 * pages nobody looks. `isSeenKnown` once the server has said what was read on other devices, or can't just now.
 */
export function usePresence(
  id: string,
  isWriting: boolean,
): { viewers: Viewer[]; isSeenKnown: boolean } {
  const { username } = useSession();
  const [viewers, setViewers] = useState<Viewer[]>([]);
  const [isSeenKnown, setSeenKnown] = useState(false);
  /** What the server has. */
  const told = useRef<Seen>(null);
  useStream(
    `/api/v1/streams/presence?case=${id}`,
    ['presence'],
    ({ data }) => setViewers(data['viewers'] as Viewer[]),
    () => setViewers([]),
  );
  const say = useEffectEvent(() => {
    if (document.visibilityState === 'hidden') return;
    const seen = isSeenKnown ? seenOf(username, id) : undefined;
    const isNews = seen !== undefined && !isSameSeen(seen, told.current);
    const body = {
      doing: isWriting ? ('composing' as const) : ('viewing' as const),
      ...(isNews && { seen: { upTo: seen.upTo, beyond: [...seen.beyond].slice(0, mostBeyond) } }),
    };
    const said = api.POST('/api/v1/cases/{id}/presence', { params: { path: { id } }, body });
    const hear = ({ seen: kept }: { seen: Seen | null }) => {
      told.current = kept;
      if (kept) adoptSeen(username, id, kept);
    };
    // Whoever can't be told just now is told by the next beat; what this browser knows has to do until then.
    void bodyOf(said)
      .then(hear, () => {})
      .then(() => setSeenKnown(true));
  });
  useEffect(() => {
    const tell = () => say();
    tell();
    const timer = setInterval(tell, sayAgainMs);
    document.addEventListener('visibilitychange', tell);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', tell);
    };
  }, [id, isWriting]);
  const mark = useSyncExternalStore(subscribeSeen, () => seenOf(username, id));
  useEffect(() => {
    if (!isSeenKnown || !mark || isSameSeen(mark, told.current)) return;
    const timer = setTimeout(() => say(), seenPauseMs);
    return () => clearTimeout(timer);
  }, [isSeenKnown, mark]);
  useEffect(() => {
    const leave = () => {
      const options = { params: { path: { id } }, keepalive: true };
      api.DELETE('/api/v1/cases/{id}/presence', options).catch(() => {});
    };
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('pagehide', leave);
      leave();
    };
  }, [id]);
  return { viewers: viewers.filter((viewer) => viewer.username !== username), isSeenKnown };
}
