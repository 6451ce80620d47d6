import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../api/client.js';
import { noticeIn } from './approvals/notice-in.js';
import type { WaitingExtension } from './board-types.js';

/** Whatever the board shows of cases is read anew when something happens to one. */
export const boardKey = ['board'] as const;

const key = (...parts: readonly string[]) => [...boardKey, ...parts];
const soon = { refetchInterval: 30_000 } as const;

/** Alerts that nobody took on, the most urgent first, 200 at a time. */
export const openAlerts = infiniteQueryOptions({
  queryKey: key('alerts'),
  queryFn: ({ pageParam }) => {
    const cursor = pageParam === '' ? {} : { cursor: pageParam };
    const query = { sort: 'urgency', limit: 200, ...cursor } as const;
    return bodyOf(api.GET('/api/v1/alerts', { params: { query } }));
  },
  initialPageParam: '',
  getNextPageParam: ({ next }) => next,
  refetchOnMount: 'always',
  ...soon,
});

/** The few that came last: quick to read the moment one comes, while the whole list follows. */
export const latestAlerts = queryOptions({
  queryKey: key('latest'),
  queryFn: () => {
    const query = { open: 'true', limit: 20 } as const;
    return bodyOf(api.GET('/api/v1/alerts', { params: { query } }));
  },
  refetchOnMount: 'always',
  ...soon,
});

/** What is due in the next two hours, and who has how much. */
export const workload = queryOptions({
  queryKey: key('workload'),
  queryFn: () => bodyOf(api.GET('/api/v1/workload')),
  ...soon,
});

export const caseOf = (id: string) =>
  queryOptions({
    queryKey: key('case', id),
    queryFn: () => bodyOf(api.GET('/api/v1/cases/{id}', { params: { path: { id } } })),
  });

export const clocksOf = (id: string) =>
  queryOptions({
    queryKey: key('clocks', id),
    queryFn: async () => {
      const answer = await bodyOf(
        api.GET('/api/v1/cases/{id}/clocks', { params: { path: { id } } }),
      );
      // A text is only answered to whoever asks for one.
      return answer as Exclude<typeof answer, string>;
    },
  });

export const alertOf = (id: string) =>
  queryOptions({
    queryKey: key('alert', id),
    queryFn: () => bodyOf(api.GET('/api/v1/alerts/{id}', { params: { path: { id } } })),
  });

/** What has been past due for longest first, 100 at a time. */
export const overdueCases = infiniteQueryOptions({
  queryKey: key('overdue'),
  queryFn: ({ pageParam }) => {
    const cursor = pageParam === '' ? {} : { cursor: pageParam };
    const query = { overdue: 'true', sort: 'due', limit: 100, ...cursor } as const;
    return bodyOf(api.GET('/api/v1/cases', { params: { query } }));
  },
  initialPageParam: '',
  getNextPageParam: ({ next }) => next,
  ...soon,
});

/** Those that have not ended, the newest first, 200 at a time. */
export const majorCases = infiniteQueryOptions({
  queryKey: key('major'),
  queryFn: ({ pageParam }) => {
    const cursor = pageParam === '' ? {} : { cursor: pageParam };
    const status = 'open,paused,resolved';
    const query = { complaintTier: 'major', status, limit: 200, ...cursor } as const;
    return bodyOf(api.GET('/api/v1/cases', { params: { query } }));
  },
  initialPageParam: '',
  getNextPageParam: ({ next }) => next,
  ...soon,
});

export const taskForceOf = (id: string) =>
  queryOptions({
    queryKey: key('task-force', id),
    queryFn: () => bodyOf(api.GET('/api/v1/cases/{id}/task-force', { params: { path: { id } } })),
    // Each reading is recorded as a view of personal data: only somebody who looks anew reads anew.
    staleTime: Infinity,
  });

export const incidents = queryOptions({
  queryKey: key('incidents'),
  queryFn: () => bodyOf(api.GET('/api/v1/incidents')),
  ...soon,
});

export const incidentOf = (id: string) =>
  queryOptions({
    queryKey: key('incident', id),
    queryFn: () => bodyOf(api.GET('/api/v1/cases/{id}/incident', { params: { path: { id } } })),
    // While messages are held it is told how many of them have left, and afterwards who has been called.
    refetchInterval: ({ state: { data } }) => {
      if (data?.answers.some(({ held }) => held > 0)) return 5_000;
      return data && data.answers.length > 0 ? 15_000 : false;
    },
  });

export const messageTemplates = queryOptions({
  queryKey: ['message-templates'],
  queryFn: () => bodyOf(api.GET('/api/v1/message-templates')),
  staleTime: 60_000,
});

export const waitingApprovals = queryOptions({
  queryKey: key('approvals'),
  queryFn: () => {
    const query = { status: 'asked', limit: 200 } as const;
    return bodyOf(api.GET('/api/v1/approvals', { params: { query } }));
  },
  ...soon,
});

export const waitingJoins = queryOptions({
  queryKey: key('joins'),
  queryFn: () => bodyOf(api.GET('/api/v1/join-requests', { params: { query: { limit: 200 } } })),
  ...soon,
});

export const waitingExtensions = queryOptions({
  queryKey: key('extensions'),
  queryFn: () =>
    bodyOf(api.GET('/api/v1/extension-requests', { params: { query: { limit: 200 } } })),
  ...soon,
});

/**
 * Why more time was asked for, in the asker's own words, and what the customer was written since, which need not be
 * written again to be recorded. Reading them is recorded: one reading serves the whole dialog.
 */
export const historyOfExtension = ({ caseId: id, clockId, at }: WaitingExtension) =>
  queryOptions({
    queryKey: ['extension-history', id, clockId, at],
    queryFn: async () => {
      const path = { id };
      const { items } = await bodyOf(api.GET('/api/v1/cases/{id}/timeline', { params: { path } }));
      const asked = items.findLast(
        ({ type, data }) =>
          type.startsWith('clearline.sla.extension-requested.') && data['clockId'] === clockId,
      );
      return { note: asked?.texts['note'] ?? null, notice: noticeIn(items, at) };
    },
    // Messages are written, or taken back, between one dialog and the next.
    staleTime: 5_000,
    gcTime: 0,
  });

/** Apart from the rest: rosters don't change when a case does, and no stream tells of what others change in them. */
export const duty = queryOptions({
  queryKey: ['duty'],
  queryFn: () => bodyOf(api.GET('/api/v1/duty')),
  refetchInterval: 60_000,
});
export const dutyNow = queryOptions({
  queryKey: ['duty', 'now'],
  queryFn: () => bodyOf(api.GET('/api/v1/duty/now')),
  refetchInterval: 60_000,
});
