import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { isOver } from '../../../shared/alerts/alert-facts.js';
import { latestAlerts, openAlerts } from '../board-queries.js';
import type { AlertView } from '../board-types.js';
import { withLatest } from './group-alerts.js';

/** The alerts of a case that nobody has taken on, of those that the board lists; none where that is not wished. */
export function useAlertsOfCase(caseId: string, isWished: boolean): readonly AlertView[] {
  // The board has read them: to open a case beside it is no reason to read them all anew.
  const asked = { enabled: isWished, refetchOnMount: false };
  const alerts = useInfiniteQuery({ ...openAlerts, ...asked });
  const latest = useQuery({ ...latestAlerts, ...asked });
  if (!isWished) return [];
  const listed = alerts.data?.pages.flatMap(({ items }) => items) ?? [];
  return withLatest(listed, latest.data?.items ?? []).filter(
    (one) => one.caseId === caseId && !one.acknowledgedAt && !isOver(one),
  );
}
