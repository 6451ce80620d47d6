import { Navigate } from 'react-router';
import { useSession } from '../session/session.js';
import { MissingPage } from './missing-page.js';
import { menuOf } from './menu.js';

/** Everybody begins with the first screen of their menu. */
export function StartPage() {
  const [first] = menuOf(useSession());
  return first ? <Navigate to={`/${first.path}`} replace /> : <MissingPage />;
}
