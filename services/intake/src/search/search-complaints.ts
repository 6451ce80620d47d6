import type { ComplaintSearchQuery, ComplaintView } from '#contracts';
import type { Queries } from '#platform';
import { planSearch } from './plan-search.js';
import type { SearchPart } from './plan-search.js';

type FoundRow = Omit<ComplaintView, 'receivedAt'> & { received: number };
export interface FoundComplaints {
  items: ComplaintView[];
  next: string | null;
}

/** Complaints that a text finds, newest receipt first: every part gives one page, the newest of all are kept. */
export async function searchComplaints(
  tx: Queries,
  { q, cursor, limit }: ComplaintSearchQuery,
): Promise<FoundComplaints> {
  const [at, id] = cursor?.split('_') ?? [null, null];
  const wanted = limit + 1;
  const pages = await Promise.all(
    planSearch(q).map((part) =>
      tx.query<FoundRow>(statementOf(part, at !== null), [
        part.value,
        wanted,
        ...(at === null ? [] : [at, id]),
      ]),
    ),
  );
  const found = new Map(pages.flat().map((row) => [row.complaintId, row]));
  const rows = [...found.values()].sort(newestFirst);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map(toView),
    next: rows.length > limit && last ? `${last.received}_${last.complaintId}` : null,
  };
}

/** Receipts are kept to the millisecond, so that a cursor names them exactly. */
function statementOf({ of, where }: SearchPart, isFurther: boolean): string {
  return `select c.id as "complaintId", c.number, c.customer_id as "customerId", c.channel, c.category,
      c.severity, c.organisation, c.product, c.statement, c.remedy_sought as "remedySought",
      c.external_id as "externalId", round(extract(epoch from c.received_at) * 1000)::float8 as received
    from complaints c ${of === 'customer' ? 'join customers k on k.id = c.customer_id' : ''}
   where ${where}
     ${isFurther ? 'and (c.received_at, c.id) < (to_timestamp($3::float8 / 1000), $4::uuid)' : ''}
   order by c.received_at desc, c.id desc limit $2`;
}

function newestFirst(a: FoundRow, b: FoundRow): number {
  return b.received - a.received || (a.complaintId < b.complaintId ? 1 : -1);
}

function toView({ received, ...complaint }: FoundRow): ComplaintView {
  return { ...complaint, receivedAt: new Date(received).toISOString() };
}
