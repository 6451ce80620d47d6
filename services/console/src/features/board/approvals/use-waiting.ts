import { useQueries, useQueryClient } from '@tanstack/react-query';
import { useStream } from '../../../api/use-stream.js';
import { useThrottled } from '../../../shared/use-throttled.js';
import { waitingApprovals, waitingExtensions, waitingJoins } from '../board-queries.js';

/** What adds to the lists of those who wait for somebody's decision, or takes from them, as the stream names it. */
const types = [
  'clearline.case.approval-asked.v1',
  'clearline.case.approval-asked.v2',
  'clearline.case.approval-decided.v1',
  'clearline.case.approval-decided.v2',
  'clearline.case.join-requested.v1',
  'clearline.case.join-decided.v1',
  'clearline.sla.extension-requested.v1',
  'clearline.sla.extension-approved.v1',
  'clearline.sla.extension-refused.v1',
] as const;
const everyMs = 1_000;

/** How many wait for a decision, as it stands; undefined before it is known, `isCut` where there are more. */
export function useWaiting(): { count: number; isCut: boolean } | undefined {
  const client = useQueryClient();
  const throttle = useThrottled(everyMs);
  const readAnew = () =>
    throttle(() => {
      for (const { queryKey } of [waitingApprovals, waitingExtensions, waitingJoins]) {
        void client.invalidateQueries({ queryKey });
      }
    });
  useStream('/api/v1/streams/cases', types, readAnew, readAnew);
  return useQueries({
    queries: [waitingApprovals, waitingExtensions, waitingJoins],
    combine: ([approvals, extensions, joins]) => {
      const lists = [approvals.data, extensions.data, joins.data];
      if (lists.includes(undefined)) return undefined;
      return {
        count: lists.reduce((sum, list) => sum + (list?.items.length ?? 0), 0),
        isCut: lists.some((list) => list?.next),
      };
    },
  });
}
