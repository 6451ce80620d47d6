import type { ComplaintSearchQuery, ComplaintView } from '#contracts';
import type { Queries } from '#platform';
import { planSearch } from './plan-search.js';
import type { SearchPart } from './search-part.js';

type FoundRow = Omit<ComplaintView, 'receivedAt'> & { received: number };
export interface FoundComplaints {
  items: ComplaintView[];
  next: string | null;
}

/**
 * How many of the newest complaints are read one by one before an index is asked for what is frequent.
 * A text that fills no page from these fits less than one complaint in a hundred, which an index gives
 * in milliseconds; for the other texts it would give hundreds of thousands, to be sorted for one page.
 */
const newest = 8_000;

/** Complaints that a text finds, newest receipt first: every part gives one page, the newest of all are kept. */
export async function searchComplaints(
  tx: Queries,
  { q, cursor, limit }: ComplaintSearchQuery,
): Promise<FoundComplaints> {
  const [at, id] = cursor?.split('_') ?? [null, null];
  const wanted = limit + 1;
  const ask = (parts: readonly SearchPart[], among: 'newest' | 'all') =>
    Promise.all(
      parts.map((part) =>
        tx.query<FoundRow>(statementOf(part, { among, isFurther: at !== null }), [
          ...part.values,
          wanted,
          ...(at === null ? [] : [at, id]),
        ]),
      ),
    );
  const parts = planSearch(q);
  const frequent = parts.filter(({ mayBeFrequent }) => mayBeFrequent);
  const rare = parts.filter(({ mayBeFrequent }) => !mayBeFrequent);
  const [exact, near] = await Promise.all([ask(rare, 'all'), ask(frequent, 'newest')]);
  const isFull = near.some((page) => page.length >= wanted);
  const far = isFull ? [] : await ask(frequent, 'all');
  const found = new Map([...exact, ...near, ...far].flat().map((row) => [row.complaintId, row]));
  const rows = [...found.values()].sort(newestFirst);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map(toView),
    next: rows.length > limit && last ? `${last.received}_${last.complaintId}` : null,
  };
}

/**
 * The planner can't tell how many complaints fit, and reads all of them, or all customers, where it guesses too many:
 * `offset 0` and the inner limits leave it one way. Receipts are kept to the millisecond, so that a cursor names them exactly.
 */
function statementOf(
  part: SearchPart,
  { among, isFurther }: { among: 'newest' | 'all'; isFurther: boolean },
): string {
  const at = part.values.length;
  const further = isFurther
    ? `(c.received_at, c.id) < (to_timestamp($${at + 2}::float8 / 1000), $${at + 3}::uuid)`
    : 'true';
  return `select c.id as "complaintId", c.number, c.customer_id as "customerId", c.channel, c.category,
      c.severity, c.organisation, c.product, c.party, c.statement, c.remedy_sought as "remedySought",
      c.external_id as "externalId", round(extract(epoch from c.received_at) * 1000)::float8 as received
    from (${fitting(part, among, further)}) c ${order} limit $${at + 1}`;
}

const order = 'order by c.received_at desc, c.id desc';
/** One by one, by their key: a guess of some thousand complaints would have every customer read. */
const eachCustomer =
  'join lateral (select * from customers where id = c.customer_id offset 0) k on true';

function fitting(
  { of, where, narrowed }: SearchPart,
  among: 'newest' | 'all',
  further: string,
): string {
  const isOfCustomer = of === 'customer';
  const customers = isOfCustomer ? eachCustomer : '';
  if (among === 'newest') {
    const read = `select * from complaints c where ${further} ${order} limit ${newest}`;
    return `select c.* from (${read}) c ${customers} where ${where}`;
  }
  if (narrowed !== undefined) {
    const read = `select * from complaints c where ${narrowed} and ${further} offset 0`;
    return `select c.* from (${read}) c ${customers} where ${where}`;
  }
  // Customers are what an index finds here.
  const found = isOfCustomer ? 'join customers k on k.id = c.customer_id' : '';
  return `select c.* from complaints c ${found} where ${where} and ${further} offset 0`;
}

function newestFirst(a: FoundRow, b: FoundRow): number {
  return b.received - a.received || (a.complaintId < b.complaintId ? 1 : -1);
}

function toView({ received, ...complaint }: FoundRow): ComplaintView {
  return { ...complaint, receivedAt: new Date(received).toISOString() };
}
