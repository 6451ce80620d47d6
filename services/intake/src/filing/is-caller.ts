import type { Queries } from '#platform';

/** Whether the last four digits are those of the customer's phone; who gave none is nobody's match. */
export async function isCaller(
  tx: Queries,
  customerId: string,
  phoneLastFour: string,
): Promise<boolean> {
  const [row] = await tx.query<{ isTheirs: boolean }>(
    `select coalesce(right(phone, 4) = $2, false) as "isTheirs" from customers where id = $1`,
    [customerId, phoneLastFour],
  );
  return row?.isTheirs ?? false;
}
