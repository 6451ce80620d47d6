import type { ApiClient } from '../api-client.js';

interface TimelineItem {
  type: string;
  actor: string | null;
  data: { by?: string };
}

/** What happens by itself is nobody's; a customer who is told of as such is none of the staff. */
const nobody: readonly string[] = ['system', 'timer', 'customer'];

/** A callback and a survey come to the case by an event, which says itself who recorded them. */
const whoOf = ({ type, actor, data }: TimelineItem): string | undefined =>
  actor ?? (/\.feedback-noted\./.test(type) ? data.by : undefined);

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
  return (
    timeline?.items.some((item) => {
      const who = whoOf(item);
      return who !== undefined && !known.includes(who);
    }) ?? false
  );
}
