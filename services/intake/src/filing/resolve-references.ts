import type { Tx } from '#platform';
import { isMistypedNumber, namedCase, namedCodes, type FieldError } from '../domain/filing-item.js';
import { entryKey, findEntries } from '../organisation/directory.js';
import { examined, refuse, type FilingWork } from './filing-work.js';

/** Refuses items that name a category, product or unit that does not exist or is no longer active. */
export async function checkCodes(tx: Tx, works: FilingWork[]): Promise<void> {
  const live = examined(works);
  const wanted = new Map(
    live
      .flatMap((work) => namedCodes(work.item))
      .map(({ kind, code }) => [entryKey(kind, code), { kind, code }]),
  );
  const entries = await findEntries(tx, [...wanted.values()]);
  for (const work of live) {
    refuse(
      work,
      namedCodes(work.item)
        .filter(({ kind, code }) => !entries.get(entryKey(kind, code))?.active)
        .map(({ kind, path }) => ({
          path,
          rule: 'unknown-code',
          message: `no active ${kind} has this code`,
        })),
    );
  }
}

/** Finds the case, and through it the customer, that callbacks and surveys are about. */
export async function resolveCases(tx: Tx, works: FilingWork[]): Promise<void> {
  const live = examined(works).filter((work) => namedCase(work.item) !== undefined);
  if (live.length === 0) return;
  const references = [...new Set(live.map((work) => namedCase(work.item)!.toLowerCase()))];
  const isNumber = (reference: string) => reference.length === 14;
  const rows = await tx.query<{ id: string; number: string; customerId: string }>(
    `SELECT id, number, customer_id AS "customerId" FROM complaints
     WHERE id = ANY ($1::uuid[])
     UNION
     SELECT id, number, customer_id FROM complaints
     WHERE number = ANY ($2::text[])`,
    [
      references.filter((reference) => !isNumber(reference)),
      references.filter((reference) => isNumber(reference)),
    ],
  );
  const found = new Map(
    rows.flatMap((row) => [
      [row.id, row],
      [row.number, row],
    ]),
  );
  for (const work of live) {
    const reference = namedCase(work.item)!.toLowerCase();
    const row = found.get(reference);
    if (row) {
      refuse(work, findOtherCustomer(work, row.customerId));
      work.caseId = row.id;
      work.customerId = row.customerId;
      continue;
    }
    const message = isMistypedNumber(reference)
      ? 'the check digit of this case number is wrong'
      : 'no such case';
    refuse(work, [{ path: 'caseId', rule: 'unknown-case', message }]);
  }
}

/** A survey that names both a case and somebody else than its customer was put together wrong. */
function findOtherCustomer({ item }: FilingWork, customerId: string): FieldError[] {
  const named = item.kind === 'survey' ? item.body.customerId?.toLowerCase() : undefined;
  if (named === undefined || named === customerId) return [];
  const message = 'the case is of another customer';
  return [{ path: 'customerId', rule: 'contradicts', message }];
}
