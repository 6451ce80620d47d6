import type { Migration, Queries, Tx } from '#platform';

/** Whose phone it is: the id of a case is that of its complaint. */
interface Party {
  readonly caseId: string;
  readonly partyId: string;
}

export const partyPhoneMigrations: Migration[] = [
  {
    name: '2026-11-28-130-party-phones',
    sql: `
      CREATE TABLE party_phones (
        complaint_id uuid NOT NULL,
        party_id uuid NOT NULL,
        phone text NOT NULL,
        PRIMARY KEY (complaint_id, party_id)
      );
      CREATE INDEX party_phones_last_four ON party_phones (right(phone, 4));
    `,
  },
  {
    // The key that opens the phone in its event. Rows from before don't say it, and would outlive whom they are of.
    name: '2026-11-28-140-party-phone-keys',
    sql: `
      DELETE FROM party_phones;
      ALTER TABLE party_phones ADD COLUMN key_id uuid NOT NULL;
    `,
  },
];

/** @param keyId of the envelope that the phone came in: it is erased with the customer of the case */
export async function keepPartyPhone(
  tx: Tx,
  { caseId, partyId }: Party,
  phone: string,
  keyId: string,
): Promise<void> {
  await tx.query(
    `INSERT INTO party_phones (complaint_id, party_id, phone, key_id) VALUES ($1, $2, $3, $4)
     ON CONFLICT (complaint_id, party_id) DO UPDATE SET phone = excluded.phone, key_id = excluded.key_id`,
    [caseId, partyId, phone, keyId],
  );
}

export async function dropPartyPhone(tx: Tx, { caseId, partyId }: Party): Promise<void> {
  await tx.query('DELETE FROM party_phones WHERE complaint_id = $1 AND party_id = $2', [
    caseId,
    partyId,
  ]);
}

/** Deletes phones whose customer was erased. */
export async function forgetErasedPhones(database: Queries): Promise<void> {
  await database.query(
    `DELETE FROM party_phones p
     WHERE NOT EXISTS (SELECT 1 FROM keys.customer_keys k WHERE k.key_id = p.key_id)`,
  );
}
