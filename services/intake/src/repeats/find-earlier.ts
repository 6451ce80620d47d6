import type { Queries } from '#platform';
import type { EarlierComplaint } from './judge-repeats.js';

export interface RepeatScope {
  customerId?: string;
  /** Of the phone, however it may have been spelled. */
  lookupHashes?: string[];
  since: Date;
  /** Of a complaint that is filed: what came before it. */
  before?: { received: number; complaintId: string };
}

/** Bounds of one answer: an agent waits for it while the customer is on the phone. */
const limits = { ofCustomer: 200, ofOthers: 500 };

/** Receipts are kept to the millisecond. */
const received = 'round(extract(epoch from c.received_at) * 1000)::float8 as received';
const columns = `c.id as "complaintId", c.number, c.organisation, c.category, c.product, c.statement, ${received}`;
type Row = Omit<EarlierComplaint, 'isSameCustomer'>;

/**
 * What a new complaint may repeat: the customer's own, by id or phone, and the newest of everybody.
 * Both are read newest first by indexes that are there for filing and search, so filing pays nothing.
 */
export async function findEarlier(
  tx: Queries,
  { customerId, lookupHashes = [], since, before }: RepeatScope,
): Promise<EarlierComplaint[]> {
  const newestFirst = `order by c.received_at desc, c.id desc`;
  const until = `(c.received_at, c.id) < (to_timestamp($3::float8 / 1000), $4::uuid)`;
  const bounds = [since, ...(before ? [before.received, before.complaintId] : [])];
  const [own, newest] = await Promise.all([
    tx.query<Row>(
      `select ${columns} from complaints c
        where c.customer_id in (select k.id from customers k where k.id = $2::uuid or k.lookup_hash = any($1::text[]))
          and c.received_at >= $3
          ${before ? 'and (c.received_at, c.id) < (to_timestamp($4::float8 / 1000), $5::uuid)' : ''}
        ${newestFirst} limit ${limits.ofCustomer}`,
      [lookupHashes, customerId ?? null, ...bounds],
    ),
    tx.query<Row>(
      `select ${columns} from complaints c where c.received_at >= $2 ${before ? `and ${until}` : ''}
        ${newestFirst} limit $1`,
      [limits.ofOthers, ...bounds],
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

/** A complaint by id or number, as what it repeats is asked with it. */
export async function findComplaint(
  tx: Queries,
  reference: string,
): Promise<(Row & { customerId: string }) | undefined> {
  const [row] = await tx.query<Row & { customerId: string }>(
    `select ${columns}, c.customer_id as "customerId" from complaints c
      where c.${reference.length === 36 ? 'id' : 'number'} = $1`,
    [reference],
  );
  return row;
}
