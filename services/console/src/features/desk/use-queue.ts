import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { api, bodyOf } from '../../api/client.js';
import type { StreamEvent } from '../../api/follow-stream.js';
import { useStream } from '../../api/use-stream.js';
import { caseEventTypes } from './case-event-types.js';
import type { DeskCase } from './desk-types.js';
import { ownOrders } from './orders/own-orders.js';
import type { Order } from './orders/own-orders.js';
import { useOrderNews } from './orders/use-order-news.js';
import { byNextDue, withOrders } from '../../shared/queue-order.js';

const pageSize = 200;
/** Nobody works on more at a time; a list that is cut says so. */
const mostPages = 10;
/** Changes come in bursts: the list is read once for those that come together. */
const gatherMs = 700;
/** For what no event of the case tells: an outage of the stream, another computer's clock. */
const refreshMs = 30_000;

/** What still waits for its owner: work, or the customer's word on it. */
const waiting = ['open', 'paused', 'resolved'] as const;

/** With what its owner's unit was asked for in it and has not answered. */
export type QueuedCase = DeskCase & { orders?: readonly Order[] };

export interface Queue {
  cases: QueuedCase[];
  isCut: boolean;
}

async function readCases(owner: string, status: (typeof waiting)[number]): Promise<Queue> {
  const cases: DeskCase[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < mostPages; page += 1) {
    const query: { owner: string; status: typeof status; limit: number; cursor?: string } = {
      owner,
      status,
      limit: pageSize,
      ...(cursor !== null && { cursor }),
    };
    const answer = await bodyOf(api.GET('/api/v1/cases', { params: { query } }));
    cases.push(...answer.items);
    cursor = answer.next;
    if (cursor === null) return { cases, isCut: false };
  }
  return { cases, isCut: true };
}

async function readQueue(owner: string): Promise<Queue> {
  const lists = await Promise.all(waiting.map((status) => readCases(owner, status)));
  return {
    cases: lists.flatMap(({ cases }) => cases),
    isCut: lists.some(({ isCut }) => isCut),
  };
}

/** The cases of an agent, what is due next in front, by clock or by order, kept up with what happens to them. */
export function useQueue(owner: string) {
  const client = useQueryClient();
  const asked = useQuery({
    queryKey: ['queue', owner],
    queryFn: () => readQueue(owner),
    refetchInterval: refreshMs,
  });
  const { data: orders } = useQuery(ownOrders);
  const data = useMemo(
    () =>
      asked.data && {
        ...asked.data,
        cases: withOrders(asked.data.cases, orders?.items ?? []).sort(byNextDue),
      },
    [asked.data, orders],
  );
  const timer = useRef<number>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const refresh = () => {
    timer.current ??= window.setTimeout(() => {
      timer.current = undefined;
      void client.invalidateQueries({ queryKey: ['queue', owner] });
    }, gatherMs);
  };
  const hearOrder = useOrderNews();
  const hear = (event: StreamEvent) => {
    const { data } = event;
    hearOrder(event);
    const isListed = asked.data?.cases.some(({ id }) => id === data['caseId']);
    if (isListed || data['owner'] === owner) refresh();
  };
  const isLive = useStream('/api/v1/streams/cases', caseEventTypes, hear, refresh);
  // Before it stood for the first time it is not interrupted.
  const [wasLive, setWasLive] = useState(false);
  if (isLive && !wasLive) setWasLive(true);
  return { asked: { ...asked, data }, isInterrupted: wasLive && !isLive };
}
