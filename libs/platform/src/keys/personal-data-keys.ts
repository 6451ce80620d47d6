import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import type { Envelope } from '#contracts';
import type { Clock } from '../clock.js';
import type { Database, Migration, Queries, Tx } from '../database/database.js';
import { runMigrations } from '../database/run-migrations.js';
import { newId } from '../new-id.js';
import { pooledRandomBytes } from '../random-pool.js';

interface KeyRow {
  key_id: string;
  customer_id: string;
  wrapped: Buffer;
}

const ivBytes = 12;
const tagBytes = 16;

/** What makes schema `keys`. */
export const personalDataMigrations: Migration[] = [
  {
    name: '001-customer-keys',
    sql: `create table customer_keys (
            key_id uuid primary key,
            customer_id uuid not null unique,
            wrapped bytea not null,
            created_at timestamptz not null)`,
  },
];

/**
 * Personal text under one AES-256-GCM key per customer, wrapped by the master key in schema `keys`.
 * Erasing a customer deletes that row, and with it every text of theirs in all logs and backups made
 * later. The rows are the truth: each call reads them, so an erasure elsewhere holds at once.
 */
export class PersonalDataKeys {
  private readonly lookupKey: Buffer;
  private readonly unwrapped = new Map<string, Buffer>();
  private readonly cacheSize: number;

  constructor(private readonly options: { masterKey: Buffer; clock: Clock; cacheSize?: number }) {
    const derived = hkdfSync('sha256', options.masterKey, '', 'clearline phone lookup', 32);
    this.lookupKey = Buffer.from(derived);
    this.cacheSize = options.cacheSize ?? 5_000;
  }

  /** Creates schema `keys` when it is not there; for services that seal, once at start. */
  async prepare(database: Database): Promise<void> {
    await database.withClient(async (client) => {
      await runMigrations(client, 'keys', personalDataMigrations);
    });
  }

  /** One envelope per text, in order. Makes the customer's key on first use, in `tx`. */
  async seal(tx: Tx, customerId: string, texts: string[]): Promise<Envelope[]> {
    const [envelopes] = await this.sealMany(tx, [{ customerId, texts }]);
    return envelopes ?? [];
  }

  /**
   * As seal, for many customers with at most three statements. Holds their keys until `tx` ends.
   * @param created customers whom `tx` itself has made: nobody else can have given them a key
   */
  async sealMany(
    tx: Tx,
    items: { customerId: string; texts: string[] }[],
    created: ReadonlySet<string> = new Set(),
  ): Promise<Envelope[][]> {
    const customers = new Set(
      items.filter((item) => item.texts.length > 0).map((item) => item.customerId),
    );
    const isCreated = (id: string) => created.has(id);
    const known = [...customers].filter((id) => !isCreated(id)).sort();
    const keys = new Map([
      ...this.makeKeys(tx, [...customers].filter(isCreated).sort()),
      ...(await this.keysOf(tx, known)),
    ]);
    return items.map(({ customerId, texts }) =>
      texts.map((text) => {
        const key = keys.get(customerId);
        if (!key) throw new Error('The key of a customer vanished while sealing');
        const plain = Buffer.from(text, 'utf8');
        const ciphertext = encrypt(this.unwrap(key), plain, key.key_id).toString('base64');
        return { keyId: key.key_id, ciphertext };
      }),
    );
  }

  /**
   * The texts in order; undefined where the customer was erased. Throws when a text or its key id
   * was tampered with, or the master key is another one.
   */
  async open(tx: Queries, envelopes: Envelope[]): Promise<(string | undefined)[]> {
    if (envelopes.length === 0) return [];
    const rows = await tx.query<KeyRow>(
      'select key_id, customer_id, wrapped from keys.customer_keys where key_id = any($1::uuid[])',
      [[...new Set(envelopes.map((envelope) => envelope.keyId))]],
    );
    const keys = new Map(rows.map((row) => [row.key_id, row]));
    return envelopes.map(({ keyId, ciphertext }) => {
      const key = keys.get(keyId);
      if (!key) {
        this.unwrapped.delete(keyId);
        return undefined;
      }
      return decrypt(this.unwrap(key), Buffer.from(ciphertext, 'base64'), keyId).toString('utf8');
    });
  }

  /** Destroys the customer's key; true when there was one. Final once `tx` commits. */
  async erase(tx: Tx, customerId: string): Promise<boolean> {
    const rows = await tx.query<{ key_id: string }>(
      'delete from keys.customer_keys where customer_id = $1 returning key_id',
      [customerId],
    );
    for (const row of rows) this.unwrapped.delete(row.key_id);
    return rows.length > 0;
  }

  /** Hex HMAC-SHA-256 of the number's digits, so that `+1 (410) 555-0100` finds `14105550100`. */
  lookupHash(phone: string): string {
    const digits = phone.normalize('NFKC').replace(/\D/g, '').replace(/^00/, '');
    return createHmac('sha256', this.lookupKey).update(digits).digest('hex');
  }

  /** A word as 16 hex digits of its HMAC-SHA-256, for what counts words and must not be read; never a phone's. */
  wordHash(word: string): string {
    return createHmac('sha256', this.lookupKey).update(`word:${word}`).digest('hex').slice(0, 16);
  }

  /** FOR KEY SHARE makes an erasure wait for the texts being sealed, never the other way round. */
  private async keysOf(tx: Tx, customerIds: string[]): Promise<Map<string, KeyRow>> {
    const keys = new Map<string, KeyRow>();
    const read = async (ids: string[]) => {
      if (ids.length === 0) return;
      const rows = await tx.query<KeyRow>(
        `select key_id, customer_id, wrapped from keys.customer_keys
         where customer_id = any($1::uuid[]) order by customer_id for key share`,
        [ids],
      );
      for (const row of rows) keys.set(row.customer_id, row);
    };
    await read(customerIds);
    const missing = customerIds.filter((id) => !keys.has(id));
    if (missing.length === 0) return keys;
    this.makeKeys(tx, missing, 'on conflict (customer_id) do nothing');
    await read(missing);
    return keys;
  }

  /**
   * Makes a key for each customer; the ids are sorted, so that two batches wait in one order. A second key
   * for a customer fails the transaction, or leaves the first one where it is when that may happen.
   */
  private makeKeys(tx: Tx, customerIds: string[], onConflict = ''): Map<string, KeyRow> {
    if (customerIds.length === 0) return new Map();
    const now = this.options.clock.now();
    const made = customerIds.map((customer_id): KeyRow => {
      const key_id = newId(now);
      const wrapped = encrypt(this.options.masterKey, randomBytes(32), key_id);
      return { key_id, customer_id, wrapped };
    });
    const inserted = tx.query(
      `insert into keys.customer_keys (key_id, customer_id, wrapped, created_at)
       select key_id, customer_id, wrapped, to_timestamp($4::float8 / 1000)
       from unnest($1::uuid[], $2::uuid[], $3::bytea[]) as made (key_id, customer_id, wrapped)
       order by customer_id ${onConflict}`,
      [
        made.map((key) => key.key_id),
        made.map((key) => key.customer_id),
        made.map((key) => key.wrapped),
        now,
      ],
    );
    tx.settle(inserted);
    return new Map(made.map((key) => [key.customer_id, key]));
  }

  private unwrap(row: KeyRow): Buffer {
    const known = this.unwrapped.get(row.key_id);
    const key = known ?? decrypt(this.options.masterKey, row.wrapped, row.key_id);
    // A Map keeps the order of insertion: taking out and putting back makes it a least-recent list.
    this.unwrapped.delete(row.key_id);
    this.unwrapped.set(row.key_id, key);
    if (this.unwrapped.size > this.cacheSize) {
      const oldest = this.unwrapped.keys().next().value;
      if (oldest !== undefined) this.unwrapped.delete(oldest);
    }
    return key;
  }
}

/** iv | tag | ciphertext. The key's id is authenticated too, so envelopes cannot be swapped. */
function encrypt(key: Buffer, plain: Buffer, keyId: string): Buffer {
  const iv = pooledRandomBytes(ivBytes);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(keyId));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]);
}

function decrypt(key: Buffer, sealed: Buffer, keyId: string): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, ivBytes), {
    authTagLength: tagBytes,
  })
    .setAAD(Buffer.from(keyId))
    .setAuthTag(sealed.subarray(ivBytes, ivBytes + tagBytes));
  return Buffer.concat([decipher.update(sealed.subarray(ivBytes + tagBytes)), decipher.final()]);
}
