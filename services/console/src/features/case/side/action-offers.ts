import type { Asked } from '../actions/command-drawer.js';

/** Who looks at a case: an agent has preventive actions of their own, a supervisor sees to those of others. */
interface Viewer {
  roles: readonly string[];
  /** Null of a log-in that is no agent's. */
  agentId: string | null;
}

/** What somebody may do with a preventive action that waits; the server decides whose unit a case is of. */
export function actionOffers(
  action: { id: string; owner: string; concerns?: string | null },
  of: { owner: string | null },
  { roles, agentId }: Viewer,
): Asked[] {
  // Whom it concerns sees to none of it, whatever their role.
  if (agentId !== null && action.concerns === agentId) return [];
  const supervises = roles.some((role) => ['supervisor', 'manager', 'admin'].includes(role));
  const commands = supervises || (agentId !== null && of.owner === agentId);
  const preset = { actionId: action.id };
  const own: Asked[] = [
    { command: 'complete-action', preset },
    { command: 'move-action', preset, initial: { owner: action.owner } },
  ];
  if (commands) return [...own, { command: 'drop-action', preset }];
  return action.owner === agentId ? own : [];
}
