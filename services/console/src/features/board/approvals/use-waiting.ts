import { useQueries, useQueryClient } from '@tanstack/react-query';
import { useStream } from '../../../api/use-stream.js';
import { useSession } from '../../../session/session.js';
import { useThrottled } from '../../../shared/use-throttled.js';
import { waitingApprovals, waitingExtensions, waitingJoins } from '../board-queries.js';
import { isOwn } from './may-decide.js';

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

interface Asked {
  items: readonly { by: string }[];
  next: string | null;
}

/**
 * How many wait for a decision of whoever looks, as it stands: of their own requests others decide. Undefined before it is
 * known, `isCut` where there are more.
 */
export function useWaiting(): { count: number; isCut: boolean } | undefined {
  const client = useQueryClient();
  const me = useSession();
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
      const lists: readonly (Asked | undefined)[] = [approvals.data, extensions.data, joins.data];
      if (lists.includes(undefined)) return undefined;
      return {
        count: lists.flatMap((list) => list?.items ?? []).filter(({ by }) => !isOwn(by, me)).length,
        isCut: lists.some((list) => list?.next),
      };
    },
  });
}
