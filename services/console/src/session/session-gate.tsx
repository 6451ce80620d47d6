import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Spin } from 'antd';
import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  api,
  bodyOf,
  onDoubt,
  onSignedOut,
  useCsrfToken as carryCsrfToken,
} from '../api/client.js';
import { ApiProblem } from '../api/problem.js';
import { onDemand } from '../shared/on-demand.js';
import { ProblemNotice } from '../shared/problem-notice.js';
import { SessionContext } from './session.js';
import type { Session } from './session.js';

const loadWindow = async () => (await import('./session-window.js')).SessionWindow;
const SessionWindow = onDemand(loadWindow);
const SignInPage = onDemand(async () => (await import('./sign-in-page.js')).SignInPage);

/** By then the screen is there. The window is fetched ahead: a session may end while the server is being replaced. */
const aheadMs = 30_000;

export const sessionKey = ['session'] as const;

async function readSession(): Promise<Session | null> {
  try {
    const session = await bodyOf(api.GET('/api/v1/session'));
    carryCsrfToken(session.csrf);
    return session;
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 401) return null;
    throw error;
  }
}

/**
 * Draws the console for whoever is signed in. When a session ends, the page stays as it is under a window to sign in
 * again: nothing that was typed is lost. Somebody else who signs in there gets a page of their own.
 */
export function SessionGate({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { data, dataUpdatedAt, error, refetch } = useQuery({
    queryKey: sessionKey,
    queryFn: readSession,
    staleTime: Infinity,
    // A session that is used goes on; asking is what prolongs it.
    refetchInterval: 10 * 60_000,
  });
  const [last, setLast] = useState<Session>();
  const [endedAt, setEndedAt] = useState(0);
  useEffect(() => onSignedOut((askedAt) => setEndedAt((before) => Math.max(before, askedAt))), []);
  // Roles that somebody took or gave show in the menu as soon as one is refused, the server ended a stream for them, or
  // the session is asked for again.
  useEffect(() => onDoubt(() => void client.invalidateQueries({ queryKey: sessionKey })), [client]);
  if (data && data !== last) setLast(data);
  const hasEnded = last !== undefined && (data === null || endedAt > dataUpdatedAt);
  // From then on its window stays: it gives the focus back only if it closes by itself.
  const [hadEnded, setHadEnded] = useState(false);
  if (hasEnded && !hadEnded) setHadEnded(true);
  const isSignedIn = data !== null && data !== undefined;
  useEffect(() => {
    if (!isSignedIn) return;
    const timer = setTimeout(() => void loadWindow().catch(() => undefined), aheadMs);
    return () => clearTimeout(timer);
  }, [isSignedIn]);

  const signedIn = (session: Session) => {
    if (last && last.username !== session.username) return location.reload();
    carryCsrfToken(session.csrf);
    client.setQueryData(sessionKey, session);
    void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey !== sessionKey });
  };
  const shown = data ?? last;
  if (!shown) {
    if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
    if (data === undefined) return <Spin fullscreen description={t('state.loading')} />;
    return <SignInPage onSignedIn={signedIn} />;
  }
  return (
    <SessionContext value={shown}>
      {children}
      {hadEnded && (
        <SessionWindow isOpen={hasEnded} username={shown.username} onSignedIn={signedIn} />
      )}
    </SessionContext>
  );
}
