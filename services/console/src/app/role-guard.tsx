import type { ComponentType } from 'react';
import { hasRole, useSession } from '../session/session.js';
import type { Role } from '../session/session.js';
import { MissingPage } from './missing-page.js';

/** A screen of other roles is as good as none: the server refuses its data all the same. */
export function guarded(Screen: ComponentType, roles: readonly Role[]): ComponentType {
  return function Guarded() {
    return hasRole(useSession(), roles) ? <Screen /> : <MissingPage />;
  };
}
