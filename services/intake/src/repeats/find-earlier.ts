import type { Queries } from '#platform';
import type { EarlierComplaint } from './judge-repeats.js';

export interface RepeatScope {
  customerId?: string;
  lookupHash?: string;
  since: Date;
}

/** Bounds of one answer: an agent waits for it while the customer is on the phone. */
const limits = { ofCustomer: 200, ofOthers: 500 };

const columns = `c.id as "complaintId", c.number, c.category, c.product, c.statement,
  round(extract(epoch from c.received_at) * 1000)::float8 as received`;

/**
 * What a new complaint may repeat: the customer's own, by id or phone, and the newest of everybody.
 * Both are read newest first by indexes that are there for filing and search, so filing pays nothing.
 */
export async function findEarlier(
  tx: Queries,
  { customerId, lookupHash, since }: RepeatScope,
): Promise<EarlierComplaint[]> {
  const [own, newest] = await Promise.all([
    tx.query<Omit<EarlierComplaint, 'isSameCustomer'>>(
      `select ${columns} from complaints c
        where c.customer_id in (select k.id from customers k where k.id = $1::uuid or k.lookup_hash = $2)
          and c.received_at >= $3
        order by c.received_at desc, c.id desc limit $4`,
      [customerId ?? null, lookupHash ?? null, since, limits.ofCustomer],
    ),
    tx.query<Omit<EarlierComplaint, 'isSameCustomer'>>(
      `select ${columns} from complaints c where c.received_at >= $1
        order by c.received_at desc, c.id desc limit $2`,
      [since, limits.ofOthers],
    ),
  ]);
  const theirs = new Set(own.map(({ complaintId }) => complaintId));
  return [
    ...own.map((row) => ({ ...row, isSameCustomer: true })),
    ...newest
      .filter(({ complaintId }) => !theirs.has(complaintId))
      .map((row) => ({ ...row, isSameCustomer: false })),
  ];
}
