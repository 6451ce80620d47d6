import { isCaseNumber } from '../domain/case-number.js';
import { classesOfCharacters } from './search-migrations.js';

/** A condition on complaints `c`, or on their customers `k`, which an index answers; `$1` is its value. */
export interface SearchPart {
  of: 'complaint' | 'customer';
  where: string;
  value: string;
  /** Where `where` has no index: a wider condition that has one. Texts that are read anyway don't need it. */
  narrowed?: string;
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
  parts.push(...(isPhone ? phoneParts(digits) : [namePart(q)]));
  if (han.test(q)) parts.push(saidPart(q));
  return parts;
}

/** The phone of the customer, or of a party beside them: a tenant calls about what the owner complained of. */
function phoneParts(digits: string): SearchPart[] {
  const ofParty = `select complaint_id from party_phones p where ${samePhone('p.phone', digits)}`;
  return [
    { of: 'customer', where: samePhone('k.phone', digits), value: digits },
    { of: 'complaint', where: `c.id in (${ofParty})`, value: digits },
  ];
}

/** With or without the country's prefix: the longer number ends with the shorter one. */
function samePhone(column: string, digits: string): string {
  const lastFour = `right(${column}, 4) = right($1, 4)`;
  if (digits.length === 4) return lastFour;
  const bare = `ltrim(${column}, '+')`;
  return `${lastFour} and (${bare} like '%' || $1 or $1 like '%' || ${bare})`;
}

function namePart(q: string): SearchPart {
  const prefix = `${q.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
  return { of: 'customer', where: 'lower(k.name) like $1', value: prefix, mayBeFrequent: true };
}

/** Its characters side by side narrow it down by index; the text itself decides. */
function saidPart(q: string): SearchPart {
  const narrowed =
    q.match(everyHan)!.length > 1
      ? `neighbours(c.statement) @> trim_array(neighbours($1), 1)`
      : `neighbours(c.statement) && ${beforeAnything}`;
  const where = 'strpos(c.statement, $1) > 0';
  return { of: 'complaint', where, narrowed, value: q, mayBeFrequent: true };
}

const everyHan = /[㐀-鿿]/gu;
/** One character, whatever follows it. */
const beforeAnything = `array(
  select regexp_replace($1, '[^㐀-鿿]+', '', 'g') || chr(48 + follower)
    from generate_series(0, ${classesOfCharacters}) follower)`;
