import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../../api/client.js';
import type { paths } from '../../../api/schema.js';

export const ownOrdersKey = ['own-orders'] as const;

export type Order =
  paths['/api/v1/orders']['get']['responses'][200]['content']['application/json']['items'][number];

/** Nobody answers more before the list is read anew; one that is cut says so. */
export const mostOrders = 100;

async function readOrders(status: 'open' | 'overdue'): Promise<Order[]> {
  const query = { mine: 'true', status, limit: mostOrders } as const;
  return (await bodyOf(api.GET('/api/v1/orders', { params: { query } }))).items;
}

/** What is asked with an order, and by whom: its case says so, at once for all of its orders. It never changes. */
export const orderMatter = ({ caseId, id }: Pick<Order, 'caseId' | 'id'>) =>
  queryOptions({
    queryKey: ['order-matter', caseId],
    queryFn: async () => {
      const params = { path: { id: caseId } };
      return (await bodyOf(api.GET('/api/v1/cases/{id}/orders', { params }))).orders;
    },
    select: (orders) => {
      const { by, text } = orders.find((one) => one.id === id) ?? { by: null, text: null };
      return { by, text };
    },
    // An order that was given since the case was read is looked up when it is listed.
    staleTime: ({ state: { data } }) => (data?.some((one) => one.id === id) ? Infinity : 0),
    refetchOnWindowFocus: false,
    retry: false,
  });

/** What the unit of somebody, or one beneath it, was asked for and has not answered, what is due first in front. */
export const ownOrders = queryOptions({
  queryKey: ownOrdersKey,
  queryFn: async () => {
    const lists = await Promise.all([readOrders('overdue'), readOrders('open')]);
    return {
      items: lists.flat(),
      late: lists[0].length,
      isCut: lists.some(({ length }) => length === mostOrders),
    };
  },
  // A stream tells of them at the desk and where they are listed; elsewhere they are only counted.
  refetchInterval: 30_000,
});
