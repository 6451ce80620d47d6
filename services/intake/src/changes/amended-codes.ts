import type { Tx } from '#platform';

interface Codes {
  category: string;
  product?: string;
}

/** What the cases of one batch were found to be about: their complaints are read, searched and compared under it. */
export class AmendedCodes {
  private readonly codes = new Map<string, Codes>();

  /** The last word of a batch counts. */
  amend(complaintId: string, codes: Codes): void {
    this.codes.set(complaintId, codes);
  }

  async flush(tx: Tx): Promise<void> {
    if (this.codes.size === 0) return;
    const rows = [...this.codes].map(([id, codes]) => ({ id, ...codes }));
    await tx.query(
      `UPDATE complaints c SET category = r.category, product = r.product
         FROM json_to_recordset($1::json) AS r(id uuid, category text, product text)
        WHERE c.id = r.id AND c.id = ANY ($2::uuid[])`,
      [JSON.stringify(rows), [...this.codes.keys()]],
    );
  }
}
