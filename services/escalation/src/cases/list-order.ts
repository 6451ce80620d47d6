import type { CaseListQuery } from '#contracts';

/** The number that a list is ordered by, ids settling what is equal; and its direction. */
interface ListOrder {
  key: string;
  direction: 'asc' | 'desc';
}

/** Later than any instant: cases in which no clock runs come last. */
const never = '9007199254740991';
/** Above every instant of receipt, so that the urgency counts first. */
const perRank = '10000000000000';

/** What each order of the list of cases means as SQL over `cases c`; the cursor holds the key of the last row. */
export const listOrders: Readonly<Record<CaseListQuery['sort'], ListOrder>> = {
  newest: { key: 'received_at', direction: 'desc' },
  oldest: { key: 'received_at', direction: 'asc' },
  due: { key: `coalesce(foremost_due_at, ${never})`, direction: 'asc' },
  priority: {
    key: `(array_position(array['low', 'normal', 'high', 'critical'], priority) * ${perRank} + received_at)`,
    direction: 'desc',
  },
};
