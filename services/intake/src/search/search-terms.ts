import { hasFact, withFact } from './added-facts.js';
import { phoneDigits, samePhone } from './phone-condition.js';
import { neighboursOf } from './said-characters.js';
import type { SearchPart } from './search-part.js';

/** More than these are not remembered by anybody, and each is read in every text that the others fit. */
const mostTerms = 8;

/** One of several things that are known of a complaint: a condition on `c` and its customer `k`. */
interface Term {
  value: string;
  where: string;
  /** A wider condition on `c` that indexes answer; the lower its rank, the fewer it fits as a rule. */
  narrowed?: string;
  rank: number;
}

/**
 * Complaints that every term fits, in any order: a phone or its last four digits, the beginning of a word of the name,
 * characters or the beginning of a word of what was said, first or later. None where no index answers any of them.
 */
export function termsPart(terms: readonly string[]): SearchPart[] {
  const read = terms.slice(0, mostTerms).map((term, index) => termOf(term, `$${index + 1}`));
  const [narrowest] = read
    .filter(({ narrowed }) => narrowed !== undefined)
    .sort((a, b) => a.rank - b.rank);
  if (!narrowest) return [];
  const part: SearchPart = {
    of: 'customer',
    where: read.map(({ where }) => `(${where})`).join(' and '),
    values: read.map(({ value }) => value),
    narrowed: narrowest.narrowed!,
  };
  return [narrowest.rank === 0 ? part : { ...part, mayBeFrequent: true }];
}

function termOf(term: string, at: string): Term {
  const digits = phoneDigits(term);
  if (digits !== undefined) return phoneTerm(digits, at);
  if (/[㐀-鿿]/u.test(term)) return hanTerm(term, at);
  if (/^[a-z]+$/i.test(term)) return wordTerm(term.toLowerCase(), at);
  const isIn = (text: string) => `strpos(lower(${text}), ${at}) > 0`;
  const where = `${isIn('c.statement')} or lower(c.external_id) = ${at} or ${isIn('k.name')} or ${hasFact(isIn)}`;
  return { value: term.toLowerCase(), where, rank: Infinity };
}

/** Of the customer or of a party; a number of a case reads like a phone. */
function phoneTerm(digits: string, at: string): Term {
  const ofParty = `select complaint_id from party_phones p where ${samePhone('p.phone', digits, at)}`;
  const ofCustomer = `select o.id from complaints o join customers b on b.id = o.customer_id
    where ${samePhone('b.phone', digits, at)}`;
  const isNumber = digits.length === 12;
  const ofCase = isNumber ? ` union select id from complaints where number = ${numberOf(at)}` : '';
  const narrowed = `c.id in (${ofCustomer} union ${ofParty}${ofCase})`;
  return { value: digits, where: narrowed, narrowed, rank: 0 };
}

const numberOf = (at: string) =>
  `left(${at}, 4) || '-' || substr(${at}, 5, 7) || '-' || right(${at}, 1)`;

function hanTerm(term: string, at: string): Term {
  const isIn = (text: string) => `strpos(${text}, ${at}) > 0`;
  return {
    value: term,
    where: `${isIn('c.statement')} or starts_with(lower(k.name), ${at}) or ${hasFact(isIn)}`,
    narrowed: saidOrNamed(
      (text) => neighboursOf(term, text, at),
      `starts_with(lower(b.name), ${at})`,
    ),
    rank: 100 - term.length,
  };
}

/** Letters only: what an index of words knows a text by. */
function wordTerm(word: string, at: string): Term {
  const beginning = `to_tsquery('simple', ${at} || ':*')`;
  const isIn = (text: string) => `${text} ~* ('(^|[^a-z])' || ${at})`;
  return {
    value: word,
    where: `${isIn('c.statement')} or name_words(k.name) @@ ${beginning} or ${hasFact(isIn)}`,
    narrowed: saidOrNamed(
      (text) => `said_words(${text}) @@ ${beginning}`,
      `name_words(b.name) @@ ${beginning}`,
    ),
    rank: 200 - word.length,
  };
}

const saidOrNamed = (isSaid: (text: string) => string, isNamed: string) =>
  `c.id in (select o.id from complaints o where ${isSaid('o.statement')} union ${withFact(isSaid)}
     union select o.id from complaints o join customers b on b.id = o.customer_id where ${isNamed})`;
