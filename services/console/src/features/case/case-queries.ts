import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { api, bodyOf } from '../../api/client.js';
import { ApiProblem } from '../../api/problem.js';
import { hasRole, useSession } from '../../session/session.js';

const at = (id: string) => ({ params: { path: { id } } });

const readCase = (id: string) => bodyOf(api.GET('/api/v1/cases/{id}', at(id)));
const readTimeline = (id: string) => bodyOf(api.GET('/api/v1/cases/{id}/timeline', at(id)));
const readClocks = (id: string) => bodyOf(api.GET('/api/v1/cases/{id}/clocks', at(id)));
const readComplaint = (id: string) => bodyOf(api.GET('/api/v1/complaints/{id}', at(id)));
const readResolution = (id: string) => bodyOf(api.GET('/api/v1/cases/{id}/resolution', at(id)));
const readOrders = (id: string) => bodyOf(api.GET('/api/v1/cases/{id}/orders', at(id)));
const readApprovals = (id: string) => bodyOf(api.GET('/api/v1/cases/{id}/approvals', at(id)));
const readRepeats = (id: string) => bodyOf(api.GET('/api/v1/cases/{id}/repeats', at(id)));
const readFiles = (id: string) => bodyOf(api.GET('/api/v1/cases/{id}/attachments', at(id)));

const readParties = (id: string) => bodyOf(api.GET('/api/v1/cases/{id}/parties', at(id)));

export type CaseView = Awaited<ReturnType<typeof readCase>>;
export type ExplainedClock = Exclude<
  Awaited<ReturnType<typeof readClocks>>,
  string
>['clocks'][number];
export type TimelineEntry = Awaited<ReturnType<typeof readTimeline>>['items'][number];
export type Resolution = Awaited<ReturnType<typeof readResolution>>;
export type LikelyRepeat = Awaited<ReturnType<typeof readRepeats>>['items'][number];
export type Party = Awaited<ReturnType<typeof readParties>>['items'][number];
export type Approval = Awaited<ReturnType<typeof readApprovals>>['items'][number];

/** Everything that is read of a case lies under its key: whatever happens to it makes all of it old. */
export const caseKey = (id: string) => ['case', id] as const;

/** Clocks change by time alone, and no stream tells agents of it: looked at again now and then. */
const lookAgainMs = 20_000;

export const useCase = (id: string) =>
  useQuery({
    queryKey: [...caseKey(id), 'view'],
    queryFn: () => readCase(id),
    refetchInterval: lookAgainMs,
  });
/** By the version of the case where it is known: a newer one has more entries, those before stay meanwhile. */
export const useTimeline = (id: string, version?: number) =>
  useQuery({
    queryKey: [...caseKey(id), 'timeline', version],
    queryFn: () => readTimeline(id),
    placeholderData: keepPreviousData,
  });
export const useClocks = (id: string) =>
  useQuery({
    queryKey: [...caseKey(id), 'clocks'],
    queryFn: () => readClocks(id),
    refetchInterval: lookAgainMs,
  });
/** What the customer said changes by amendments only, which the case's stream tells of. */
export const useComplaint = (id: string) =>
  useQuery({ queryKey: [...caseKey(id), 'complaint'], queryFn: () => readComplaint(id) });
export const useResolution = (id: string) =>
  useQuery({ queryKey: [...caseKey(id), 'resolution'], queryFn: () => readResolution(id) });
export const useOrders = (id: string) =>
  useQuery({ queryKey: [...caseKey(id), 'orders'], queryFn: () => readOrders(id) });
export const useApprovals = (id: string) =>
  useQuery({ queryKey: [...caseKey(id), 'approvals'], queryFn: () => readApprovals(id) });
/** What came before changes seldom; what was said of it is read anew with the case. Of one that has ended nobody answers. */
export const useRepeats = ({ id, status }: CaseView) =>
  useQuery({
    queryKey: [...caseKey(id), 'repeats'],
    queryFn: () => readRepeats(id),
    enabled: status !== 'closed' && status !== 'withdrawn',
    staleTime: 60_000,
  });
/** Who takes part beside the customer. Reading their names is noted, so that nobody is asked for of a case without any. */
export function useParties(of: CaseView | undefined) {
  return useQuery({
    queryKey: [...caseKey(of?.id ?? ''), 'parties'],
    queryFn: async () => (await readParties(of!.id)).items,
    enabled: of?.parties !== undefined,
  });
}
export const useFiles = (id: string) =>
  useQuery({ queryKey: [...caseKey(id), 'files'], queryFn: () => readFiles(id) });

/** Who may look customers up; everybody else reads how others are reached masked. */
export const useSeesCustomers = () => hasRole(useSession(), ['agent', 'supervisor', 'admin']);

/**
 * Whoever registered the complaint is known to intake; a case of an import may have nobody. Managers read cases and not
 * customers, so that they are not asked for. `isSettled` stays once something is known, whatever is read again.
 */
export function useCustomer(id: string) {
  const isHidden = !useSeesCustomers();
  const { data, error, isFetched } = useQuery({
    queryKey: ['customer', id],
    queryFn: () => bodyOf(api.GET('/api/v1/customers/{id}', at(id))),
    staleTime: 60_000,
    enabled: !isHidden,
    retryOnMount: false,
  });
  return { data, error, isHidden, isSettled: isHidden || isFetched };
}

export const useOrganisation = () =>
  useQuery({
    queryKey: ['organisation'],
    queryFn: () => bodyOf(api.GET('/api/v1/organisation')),
    staleTime: 5 * 60_000,
  });

/** Queues with their titles, as the policy in force has them: they change with it only. None until they are known. */
export function useQueues(isAsked: boolean): { value: string; label: string }[] {
  const { i18n } = useTranslation('casePage');
  const { data } = useQuery({
    queryKey: ['queue-titles'],
    // Titles only: what was worked in a queue is not counted, of a moment there is nothing.
    queryFn: () => bodyOf(api.GET('/api/v1/queues', momentOnly())),
    staleTime: 5 * 60_000,
    enabled: isAsked,
  });
  const language = i18n.language === 'en' ? 'en' : 'zh';
  return (data?.items ?? []).flatMap(({ queue, title }) =>
    queue === null ? [] : [{ value: queue, label: title?.[language] ?? queue }],
  );
}

/** A queue's title, its code until that is known; `undefined` asks for nothing. */
export function useQueueTitle(queue: string | undefined): string | undefined {
  const queues = useQueues(queue !== undefined);
  return queues.find(({ value }) => value === queue)?.label ?? queue;
}

function momentOnly() {
  const now = Date.now();
  const [from, to] = [now - 1, now].map((at) => new Date(at).toISOString()) as [string, string];
  return { params: { query: { from, to } } };
}

export const useTemplates = () =>
  useQuery({
    queryKey: ['message-templates'],
    queryFn: () => bodyOf(api.GET('/api/v1/message-templates')),
    staleTime: 60_000,
  });

/** Reads everything of a case anew; resolves when it has been read. */
export function useRefreshCase(id: string): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: caseKey(id) });
}

/** Whether an entry was written by whoever is signed in: they need not be told. */
export function useIsOwn(): (actor: string | null) => boolean {
  const { username, agentId } = useSession();
  return useCallback(
    (actor) => actor !== null && (actor === username || actor === agentId),
    [username, agentId],
  );
}

export const isMissing = (error: unknown) => error instanceof ApiProblem && error.status === 404;
