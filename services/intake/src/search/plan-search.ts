import { isCaseNumber } from '../domain/case-number.js';
import { hasFact, withFact } from './added-facts.js';
import { phoneDigits, samePhone } from './phone-condition.js';
import { neighboursOf } from './said-characters.js';
import type { SearchPart } from './search-part.js';
import { termsPart } from './search-terms.js';

const han = /[㐀-鿿]/u;

/**
 * What a search text may be: a number of a case or elsewhere, a phone, a name, words that were said; or some of them
 * together, as a caller remembers them.
 */
export function planSearch(q: string): SearchPart[] {
  const parts: SearchPart[] = [{ of: 'complaint', where: 'c.external_id = $1', values: [q] }];
  if (isCaseNumber(q)) parts.push({ of: 'complaint', where: 'c.number = $1', values: [q] });
  const plain = q.normalize('NFKC');
  const digits = phoneDigits(plain);
  if (digits !== undefined) return [...parts, ...phoneParts(digits)];
  parts.push(namePart(q));
  if (han.test(q)) parts.push(addedPart(q), saidPart(q));
  const terms = plain.split(/\s+/).filter(Boolean);
  // A term of its own was looked for above, unless it is a word of letters.
  if (terms.length > 1 || !han.test(q)) parts.push(...termsPart(terms));
  return parts;
}

/** The phone of the customer, or of a party beside them: a tenant calls about what the owner complained of. */
function phoneParts(digits: string): SearchPart[] {
  const ofParty = `select complaint_id from party_phones p where ${samePhone('p.phone', digits)}`;
  return [
    { of: 'customer', where: samePhone('k.phone', digits), values: [digits] },
    { of: 'complaint', where: `c.id in (${ofParty})`, values: [digits] },
  ];
}

function namePart(q: string): SearchPart {
  const where = 'lower(k.name) like $1';
  return { of: 'customer', where, values: [beginsWith(q)], mayBeFrequent: true };
}

/** The pattern of what begins with a text, in small letters. */
export const beginsWith = (q: string) => `${q.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;

/** Its characters side by side narrow it down by index; the text itself decides. */
function saidPart(q: string): SearchPart {
  return {
    of: 'complaint',
    where: 'strpos(c.statement, $1) > 0',
    narrowed: neighboursOf(q, 'c.statement', '$1'),
    values: [q],
    mayBeFrequent: true,
  };
}

/** What was said later stands in facts of its own, each by itself. */
function addedPart(q: string): SearchPart {
  return {
    of: 'complaint',
    where: hasFact((text) => `strpos(${text}, $1) > 0`),
    narrowed: `c.id in (${withFact((text) => neighboursOf(q, text, '$1'))})`,
    values: [q],
    mayBeFrequent: true,
  };
}
