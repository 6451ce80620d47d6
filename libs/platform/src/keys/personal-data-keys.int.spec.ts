import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase } from '#testing';
import { createClock } from '../clock.js';
import type { Database } from '../database/database.js';
import { openDatabase } from '../database/open-database.js';
import { PersonalDataKeys } from './personal-data-keys.js';

const clock = createClock('fixed:2026-01-01T00:00:00Z');
const masterKey = randomBytes(32);
const keys = new PersonalDataKeys({ masterKey, clock });
let drop: () => Promise<void>;
let database: Database;

beforeAll(async () => {
  const created = await createTestDatabase();
  drop = created.drop;
  const { url } = created;
  database = await openDatabase({ url, schema: 'probe', migrations: [], applicationName: 'probe' });
  await Promise.all([keys.prepare(database), keys.prepare(database)]);
});

afterAll(async () => {
  await database.close();
  await drop();
});

const seal = (customerId: string, ...texts: string[]) =>
  database.transaction((tx) => keys.seal(tx, customerId, texts));
const open = (...args: Parameters<PersonalDataKeys['open']>) => keys.open(...args);

describe('PersonalDataKeys', () => {
  it('opens what it sealed, in order, in another process too', async () => {
    const texts = ['Ann Müller', '', '道路 7 号', 'x'.repeat(100_000)];
    const sealed = await seal(randomUUID(), ...texts);
    expect(await open(database, sealed)).toEqual(texts);
    const elsewhere = new PersonalDataKeys({ masterKey, clock, cacheSize: 1 });
    expect(await elsewhere.open(database, sealed)).toEqual(texts);
  });

  it('gives one key to a customer whom many seal for at once, and no two ciphertexts alike', async () => {
    const customer = randomUUID();
    const sealed = await Promise.all(Array.from({ length: 6 }, () => seal(customer, 'same')));
    const envelopes = sealed.flat();
    expect(new Set(envelopes.map((one) => one.keyId)).size).toBe(1);
    expect(new Set(envelopes.map((one) => one.ciphertext)).size).toBe(6);
  });

  it('seals for many customers in one call', async () => {
    const items = Array.from({ length: 50 }, (_, n) => ({
      customerId: randomUUID(),
      texts: [`name ${n}`, `phone ${n}`],
    }));
    const sealed = await database.transaction((tx) => keys.sealMany(tx, items));
    expect(await open(database, sealed.flat())).toEqual(items.flatMap((item) => item.texts));
  });

  it('cannot open texts of an erased customer, though the key was in memory', async () => {
    const [ann, bob] = [randomUUID(), randomUUID()];
    const sealed = [...(await seal(ann, 'Ann')), ...(await seal(bob, 'Bob'))];
    const elsewhere = new PersonalDataKeys({ masterKey, clock });
    await elsewhere.open(database, sealed);
    expect(await database.transaction((tx) => keys.erase(tx, ann))).toBe(true);
    expect(await open(database, sealed)).toEqual([undefined, 'Bob']);
    expect(await elsewhere.open(database, sealed)).toEqual([undefined, 'Bob']);
    expect(await database.transaction((tx) => keys.erase(tx, ann))).toBe(false);
  });

  it('refuses tampered texts, swapped keys and another master key', async () => {
    const [one] = await seal(randomUUID(), 'secret');
    const [two] = await seal(randomUUID(), 'secret');
    if (!one || !two) throw new Error('nothing sealed');
    await expect(open(database, [{ ...one, keyId: two.keyId }])).rejects.toThrow();
    const bytes = Buffer.from(one.ciphertext, 'base64');
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    const tampered = { ...one, ciphertext: bytes.toString('base64') };
    await expect(open(database, [tampered])).rejects.toThrow();
    const stranger = new PersonalDataKeys({ masterKey: randomBytes(32), clock });
    await expect(stranger.open(database, [one])).rejects.toThrow();
  });

  it('finds a phone number however it is written', () => {
    const written = ['+1 (410) 555-0100', '0014105550100', '14105550100'];
    expect(new Set(written.map((phone) => keys.lookupHash(phone))).size).toBe(1);
    const other = new PersonalDataKeys({ masterKey: randomBytes(32), clock });
    expect(other.lookupHash('14105550100')).not.toBe(keys.lookupHash('14105550100'));
  });
});
