import type { ListedCase } from './report-queries.js';

type Row = Pick<ListedCase, 'caseId' | 'clockId' | 'orderId' | 'transferId'>;

const kinds = { clockId: 'clocks', orderId: 'orders', transferId: 'transfers' } as const;
const idNames = ['clockId', 'orderId', 'transferId'] as const;

/** What tells one line of a list from the others: a case may be there once for each of its clocks. */
export const keyOf = (row: Row): string =>
  [row.caseId, ...idNames.map((name) => row[name] ?? '')].join(' ');

/** Of a list that counts another thing than cases: what that is, and of how many cases. */
export function casesIn(
  rows: readonly Row[],
): { of: (typeof kinds)[keyof typeof kinds]; rows: number; cases: number } | undefined {
  const name = idNames.find((one) => rows.some((row) => row[one] !== undefined));
  if (name === undefined) return undefined;
  const cases = new Set(rows.map(({ caseId }) => caseId)).size;
  return { of: kinds[name], rows: rows.length, cases };
}
