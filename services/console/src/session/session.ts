import { createContext, useContext } from 'react';

export const roles = ['agent', 'supervisor', 'manager', 'admin', 'bi'] as const;
export type Role = (typeof roles)[number];

/** Who is signed in, as the gateway says. The token itself is in a cookie that no script can read. */
export interface Session {
  username: string;
  roles: readonly Role[];
  agentId: string | null;
  expiresAt: string;
  /** Sent along with whatever changes something: no other page knows it. */
  csrf: string;
}

export const SessionContext = createContext<Session | undefined>(undefined);

/** Of a screen, which is only drawn for somebody who is signed in. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('a screen is drawn for nobody');
  return session;
}

export const hasRole = (session: Session, allowed: readonly Role[]) =>
  session.roles.some((role) => allowed.includes(role));
