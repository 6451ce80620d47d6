import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf } from '../../api/client.js';

const keyOf = (account: string | undefined) => ['account-sessions', account ?? 'own'];

/** Where an account is signed in: another one by its id, for administrators; absent: one's own. */
export const useAccountSessions = (account: string | undefined) =>
  useQuery({
    queryKey: keyOf(account),
    queryFn: () =>
      account === undefined
        ? bodyOf(api.GET('/api/v1/sessions'))
        : bodyOf(api.GET('/api/v1/users/{id}/sessions', { params: { path: { id: account } } })),
    refetchOnMount: 'always',
  });

function end(account: string | undefined, session: string | undefined): Promise<unknown> {
  if (account === undefined) {
    return session === undefined
      ? bodyOf(api.DELETE('/api/v1/sessions'))
      : bodyOf(api.DELETE('/api/v1/sessions/{id}', { params: { path: { id: session } } }));
  }
  if (session === undefined) {
    return bodyOf(api.DELETE('/api/v1/users/{id}/sessions', { params: { path: { id: account } } }));
  }
  const path = { id: account, session };
  return bodyOf(api.DELETE('/api/v1/users/{id}/sessions/{session}', { params: { path } }));
}

/** Ends a session by its id; without one, all of them but the one that asks. */
export function useEndSession(
  account: string | undefined,
  onDone: (session: string | undefined) => void,
) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (session: string | undefined) => end(account, session),
    onSuccess: (_done, session) => onDone(session),
    // Refused too: it may have ended by itself.
    onSettled: () => client.invalidateQueries({ queryKey: keyOf(account) }),
  });
}
