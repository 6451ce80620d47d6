import type { Role } from '#contracts';
import type { ToldAlert } from './told-alert.js';

const acknowledgingRoles: readonly Role[] = ['supervisor', 'manager', 'admin'];

/** As for the API's own `acknowledge`: a link gives nobody more than signing in would. */
export function mayAcknowledge(roles: readonly Role[], { desk }: Pick<ToldAlert, 'desk'>): boolean {
  if (roles.some((role) => acknowledgingRoles.includes(role))) return true;
  return desk !== undefined && roles.includes('agent');
}
