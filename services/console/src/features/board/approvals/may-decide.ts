const ranks = ['agent', 'supervisor', 'manager', 'admin'];

/** Whether one of somebody's roles is the one that decides, or above it. */
export const reaches = (roles: readonly string[], decides: string): boolean =>
  Math.max(...roles.map((role) => ranks.indexOf(role))) >= ranks.indexOf(decides);

/** Whether it was somebody themselves who asked. */
export const isOwn = (by: string, me: { username: string; agentId: string | null }): boolean =>
  by === me.agentId || by === me.username;

/** What somebody may do about a command that waits: nobody agrees to their own, but they can take it back. */
export function decisionsOf(
  { by, decides }: { by: string; decides: string },
  me: { username: string; agentId: string | null; roles: readonly string[] },
): 'decide' | 'take-back' | 'none' {
  if (isOwn(by, me)) return 'take-back';
  return reaches(me.roles, decides) ? 'decide' : 'none';
}
