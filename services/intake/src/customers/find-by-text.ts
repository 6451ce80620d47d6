import type { Queries } from '#platform';
import { phoneDigits, samePhone } from '../search/phone-condition.js';
import { beginsWith } from '../search/plan-search.js';
import { customerFields, type CustomerRow } from './customer.repository.js';

const letters = /^[a-z]+(?: [a-z]+)*$/i;
/** As the index of names has them. */
const byName = 'lower(name) using ~<~, id';

/**
 * Customers that a text may mean, whether they ever complained or not: by the last four digits of a phone or a whole one,
 * the newest first; by the beginning of a name, and of its words where they are letters, in the order of names. At most
 * `limit`, looked up by index alone: `offset 0` keeps the planner from reading all of them for a few it expects soon.
 */
export async function findByText(tx: Queries, q: string, limit: number): Promise<CustomerRow[]> {
  const plain = q.normalize('NFKC');
  const digits = phoneDigits(plain);
  const ask = (sql: string, value: string) => tx.query<CustomerRow>(sql, [value, limit]);
  if (digits !== undefined) return ask(byPhone(digits), digits);
  const named = await ask(byBeginning, beginsWith(q));
  if (named.length >= limit || !letters.test(plain)) return named;
  const words = plain.toLowerCase().split(' ');
  const further = await ask(byWords, words.map((word) => `${word}:*`).join(' & '));
  const known = new Set(named.map(({ id }) => id));
  return [...named, ...further.filter(({ id }) => !known.has(id))].slice(0, limit);
}

export const byPhone = (digits: string) =>
  `select ${customerFields} from (select * from customers where ${samePhone('phone', digits)} offset 0) found
    order by id desc limit $2`;
export const byBeginning = `select ${customerFields} from customers where lower(name) like $1
    order by ${byName} limit $2`;
export const byWords = `select ${customerFields}
    from (select * from customers where name_words(name) @@ to_tsquery('simple', $1) offset 0) found
    order by ${byName} limit $2`;
