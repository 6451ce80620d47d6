import { Navigate } from 'react-router';
import { hasRole, useSession } from '../session/session.js';
import { MissingPage } from './missing-page.js';
import { menuOf } from './menu.js';

/** Everybody begins where their work is. */
export function StartPage() {
  const session = useSession();
  const menu = menuOf(session);
  const start = menu.find((screen) => hasRole(session, screen.menu.startsFor ?? [])) ?? menu[0];
  return start ? <Navigate to={`/${start.path}`} replace /> : <MissingPage />;
}
