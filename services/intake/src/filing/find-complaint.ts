import { caseReference } from '#contracts';
import type { ComplaintView } from '#contracts';
import { Problem } from '#platform';
import type { Queries } from '#platform';

/** `received` in epoch milliseconds, with fractions. */
export type ComplaintRow = Omit<ComplaintView, 'receivedAt'> & { received: number };

/**
 * A complaint by its id or by the number people say.
 * @throws Problem `not-found`
 */
export async function findComplaint(tx: Queries, reference: string): Promise<ComplaintRow> {
  if (!caseReference.safeParse(reference).success) throw new Problem('not-found');
  const column = reference.length === 36 ? 'id' : 'number';
  const [row] = await tx.query<ComplaintRow>(
    `select id as "complaintId", number, customer_id as "customerId", channel, category, severity,
            organisation, product, party, statement, remedy_sought as "remedySought",
            external_id as "externalId", extract(epoch from received_at)::float8 * 1000 as received
       from complaints where ${column} = $1`,
    [reference],
  );
  if (!row) throw new Problem('not-found', { detail: `no complaint ${reference}` });
  return row;
}
