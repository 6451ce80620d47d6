import type { Migration, Tx } from '#platform';

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
];

export async function keepPartyPhone(tx: Tx, party: Party, phone: string): Promise<void> {
  await tx.query(
    `INSERT INTO party_phones (complaint_id, party_id, phone) VALUES ($1, $2, $3)
     ON CONFLICT (complaint_id, party_id) DO UPDATE SET phone = excluded.phone`,
    [party.caseId, party.partyId, phone],
  );
}

export async function dropPartyPhone(tx: Tx, { caseId, partyId }: Party): Promise<void> {
  await tx.query('DELETE FROM party_phones WHERE complaint_id = $1 AND party_id = $2', [
    caseId,
    partyId,
  ]);
}
