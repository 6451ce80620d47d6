import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { StreamEvent } from '../../../api/follow-stream.js';
import { say } from '../../../shared/say.js';
import { useNames } from '../use-names.js';
import { isGiven, isOfOrders } from './order-events.js';
import { ownOrders, ownOrdersKey } from './own-orders.js';

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
  const hear = async (event: StreamEvent) => {
    if (isGiven(event)) unsaid.current.add(event.data['orderId']);
    const asked = [...unsaid.current];
    const { items } = await read();
    for (const given of asked.filter((one) => unsaid.current.delete(one))) {
      // Which orders are one's own the server says.
      const order = items.find(({ id }) => id === given);
      if (!order) continue;
      const { id, kind, unit, number } = order;
      const values = { number, kind: t(`orders.kind.${kind}`), unit: nameOf('units', unit) };
      say('info', t('orders.given', values), { key: `order ${id}`, seconds: 10 });
    }
  };
  return (event) => {
    // Whoever signs out meanwhile, or has no network, is told by the list.
    if (isOfOrders(event)) void hear(event).catch(() => undefined);
  };
}
