import type { ApiClient } from '../api-client.js';

interface TimelineItem {
  actor: string | null;
}

/** What happens by itself is nobody's; a customer who is told of as such is none of the staff. */
const nobody: readonly string[] = ['system', 'timer', 'customer'];

/**
 * Whether somebody else than those who play worked on a case. Whoever signs in as one of these cannot be told from them.
 */
export async function isTouchedByOthers(
  api: Pick<ApiClient, 'find'>,
  caseId: string,
  players: readonly string[],
): Promise<boolean> {
  const path = `/api/v1/cases/${caseId}/timeline`;
  const timeline = await api.find<{ items: TimelineItem[] }>(path);
  const known = [...nobody, ...players];
  return timeline?.items.some(({ actor }) => actor !== null && !known.includes(actor)) ?? false;
}
