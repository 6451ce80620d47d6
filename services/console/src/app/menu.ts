import { hasRole } from '../session/session.js';
import type { Session } from '../session/session.js';
import type { Screen } from './feature.js';
import { screens } from './features.js';

export type MenuScreen = Screen & Required<Pick<Screen, 'menu'>>;

/** The screens that somebody's menu has, in its order. */
export function menuOf(session: Session): MenuScreen[] {
  return screens
    .filter((screen): screen is MenuScreen => screen.menu !== undefined)
    .filter(({ roles }) => hasRole(session, roles))
    .sort((one, other) => one.menu.order - other.menu.order);
}
