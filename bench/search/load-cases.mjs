// Simulated complaints, written by intake's own statements into its own tables, with their indexes in place.
import { insertCustomers } from '../../dist/services/intake/src/customers/customer.repository.js';
import { saveFilings } from '../../dist/services/intake/src/filing/save-filings.js';
import { formatCaseNumber } from '../../dist/services/intake/src/domain/case-number.js';
import {
  givenNames,
  places,
  surnames,
  topicsOfCalls,
} from '../../dist/services/cli/src/simulate/hotline-texts.js';
import { progress } from '../harness/results.mjs';

// A transaction may take five seconds, on a slow machine too.
const chunk = 1_000;
const secondsApart = 15;
/** Two thousand characters of common use; frequent ones come more often, as in what people write. */
const common = Array.from({ length: 2_000 }, (_, i) => String.fromCharCode(0x4e00 + i * 9));

export async function loadCases(database, count, random) {
  const startedAt = performance.now();
  const end = Date.parse('2026-11-01T00:00:00.000Z');
  for (let at = 0; at < count; at += chunk) {
    const length = Math.min(chunk, count - at);
    const complaints = Array.from({ length }, (_, i) => makeComplaint(at + i, random));
    await database.transaction(async (tx) => {
      await insertCustomers(
        tx,
        complaints.map(({ customer }) => customer),
      );
      saveFilings(
        tx,
        complaints.map(({ customer, statement, category, index }) => {
          const happened = end - (count - index) * secondsApart * 1_000;
          const receivedAt = new Date(happened).toISOString();
          const body = { channel: 'phone', category, statement, receivedAt };
          return {
            id: uuid(2, index),
            item: { kind: 'complaint', body },
            number: formatCaseNumber(2026, index + 1),
            customerId: customer.id,
            now: happened,
          };
        }),
      );
    });
    if ((at + length) % 100_000 === 0) progress(`${at + length} cases`);
  }
  await database.withClient(async (client) => {
    await client.query('SET transaction_timeout = 0');
    await client.query('VACUUM ANALYZE complaints, customers');
    await client.query('RESET transaction_timeout');
  });
  return Math.round((performance.now() - startedAt) / 1_000);
}

function makeComplaint(index, random) {
  const pick = (list) => list[Math.floor(random() * list.length)];
  const topic = pick(topicsOfCalls);
  const said = random() < 0.75 ? pick(topic.zh) : pick(topic.en);
  const own = Array.from({ length: 30 }, () => common[Math.floor(common.length * random() ** 3)]);
  const phone = `1${String(30 + Math.floor(random() * 70))}${String(index).padStart(8, '0')}`;
  const customer = {
    id: uuid(1, index),
    name: `${pick(surnames)}${pick(givenNames)}`,
    phone,
    lookupHash: `h${index}`,
    tier: 'standard',
    anonymous: false,
    createdAt: '2026-01-01T00:00:00.000Z',
  };
  const statement = `${said}${pick(places)}，${own.join('')}。`;
  return { index, customer, statement, category: topic.category };
}

const uuid = (kind, index) => `00000000-0000-7000-800${kind}-${String(index).padStart(12, '0')}`;
