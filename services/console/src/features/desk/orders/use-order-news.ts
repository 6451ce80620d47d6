import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { StreamEvent } from '../../../api/follow-stream.js';
import { say } from '../../../shared/say.js';
import { useNames } from '../use-names.js';
import { isGiven, isOfOrders } from './order-events.js';
import { ownOrders, ownOrdersKey } from './own-orders.js';

/** It lies over the bar at the top and over no row of the queue; the tab keeps count of what it says. */
const shownSeconds = 5;

/** Hears of orders in the stream of cases: counts them anew, and says at once what one's own unit is asked for. */
export function useOrderNews(): (event: StreamEvent) => void {
  const { t } = useTranslation('desk');
  const { nameOf } = useNames();
  const client = useQueryClient();
  const read = async () => {
    await client.cancelQueries({ queryKey: ownOrdersKey });
    return client.fetchQuery({ ...ownOrders, staleTime: 0 });
  };
  // A read gives way to the next one: what it would have said is said after that.
  const unsaid = useRef(new Set<unknown>());
  const said = useRef({ until: 0, count: 0 });
  const hear = async (event: StreamEvent) => {
    if (isGiven(event)) unsaid.current.add(event.data['orderId']);
    const asked = [...unsaid.current];
    const { items } = await read();
    for (const given of asked.filter((one) => unsaid.current.delete(one))) {
      // Which orders are one's own the server says.
      const order = items.find(({ id }) => id === given);
      if (!order) continue;
      const { kind, unit, number } = order;
      // Those that come while one is shown are counted in its place.
      const now = Date.now();
      const count = said.current.until > now ? said.current.count + 1 : 1;
      said.current = { until: now + shownSeconds * 1_000, count };
      const values = { number, kind: t(`orders.kind.${kind}`), unit: nameOf('units', unit) };
      const text = t(count > 1 ? 'orders.several' : 'orders.given', { ...values, count });
      say('info', text, { key: 'orders', seconds: shownSeconds });
    }
  };
  return (event) => {
    // Whoever signs out meanwhile, or has no network, is told by the list.
    if (isOfOrders(event)) void hear(event).catch(() => undefined);
  };
}
