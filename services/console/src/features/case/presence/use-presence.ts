import { useEffect, useState } from 'react';
import { api, bodyOf } from '../../../api/client.js';
import { useStream } from '../../../api/use-stream.js';
import { useSession } from '../../../session/session.js';

export interface Viewer {
  username: string;
  agentId: string | null;
  doing: 'viewing' | 'composing';
  since: string;
}

/** The server forgets who has not said it again within 30 s. */
const sayAgainMs = 12_000;

/** Says that one looks at the case or writes in it, and hears who else does; on hidden pages nobody looks. */
export function usePresence(id: string, isWriting: boolean): Viewer[] {
  const { username } = useSession();
  const [viewers, setViewers] = useState<Viewer[]>([]);
  useStream(
    `/api/v1/streams/presence?case=${id}`,
    ['presence'],
    ({ data }) => setViewers(data['viewers'] as Viewer[]),
    () => setViewers([]),
  );
  useEffect(() => {
    const say = () => {
      if (document.visibilityState === 'hidden') return;
      const body = { doing: isWriting ? 'composing' : 'viewing' } as const;
      const said = api.POST('/api/v1/cases/{id}/presence', { params: { path: { id } }, body });
      // Whoever can't be told just now is told by the next beat.
      bodyOf(said).catch(() => {});
    };
    say();
    const timer = setInterval(say, sayAgainMs);
    document.addEventListener('visibilitychange', say);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', say);
    };
  }, [id, isWriting]);
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
  return viewers.filter((viewer) => viewer.username !== username);
}
