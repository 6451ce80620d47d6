import type { Role } from '#contracts';

/** As for the API's own `acknowledge`: a link gives nobody more than signing in would. */
const acknowledgingRoles: readonly Role[] = ['supervisor', 'manager', 'admin'];

export function mayAcknowledge(roles: readonly Role[]): boolean {
  return roles.some((role) => acknowledgingRoles.includes(role));
}
