import { isCaseNumber } from '../domain/case-number.js';

/** A condition on complaints `c`, or on their customers `k`; `$1` is its value, with an index that answers it. */
export interface SearchPart {
  of: 'complaint' | 'customer';
  where: string;
  value: string;
  /** Half of all complaints may fit it: then the newest ones are soon found without the index. */
  mayBeFrequent?: true;
}

const han = /[㐀-鿿]/u;

/** What a search text may be: a number of a case or elsewhere, a phone, a name, words that were said. */
export function planSearch(q: string): SearchPart[] {
  const parts: SearchPart[] = [{ of: 'complaint', where: 'c.external_id = $1', value: q }];
  if (isCaseNumber(q)) parts.push({ of: 'complaint', where: 'c.number = $1', value: q });
  const plain = q.normalize('NFKC');
  const digits = plain.replace(/\D/g, '').replace(/^00/, '');
  const isPhone = /^\+?[\d\s().-]+$/.test(plain) && digits.length >= 4;
  parts.push(isPhone ? phonePart(digits) : namePart(q));
  if (han.test(q)) parts.push(saidPart(q));
  return parts;
}

/** With or without the country's prefix: the longer number ends with the shorter one. */
function phonePart(digits: string): SearchPart {
  const lastFour = 'right(k.phone, 4) = right($1, 4)';
  const whole = `${lastFour} and (ltrim(k.phone, '+') like '%' || $1 or $1 like '%' || ltrim(k.phone, '+'))`;
  return { of: 'customer', where: digits.length === 4 ? lastFour : whole, value: digits };
}

function namePart(q: string): SearchPart {
  const prefix = `${q.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
  return { of: 'customer', where: 'lower(k.name) like $1', value: prefix, mayBeFrequent: true };
}

/** Its characters narrow it down by index, so the expression is the index's; the text itself decides. */
function saidPart(q: string): SearchPart {
  const where = `${charactersOf('c.statement')} @> ${charactersOf('$1')} and strpos(c.statement, $1) > 0`;
  return { of: 'complaint', where, value: q, mayBeFrequent: true };
}

const charactersOf = (text: string) =>
  `string_to_array(regexp_replace(${text}, '[^㐀-鿿]+', '', 'g'), null)`;
