interface Asked {
  status: 'open' | 'overdue' | 'answered' | 'declined' | 'dropped';
  dueAt: string;
}

/** What other units were asked for and have not answered, what is due first in front. */
export const openOrders = <O extends Asked>(orders: readonly O[]): O[] =>
  orders
    .filter(({ status }) => status === 'open' || status === 'overdue')
    .toSorted((one, other) => Date.parse(one.dueAt) - Date.parse(other.dueAt));
