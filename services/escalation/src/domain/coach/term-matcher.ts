import type { Language } from '#contracts';

export interface Term {
  readonly language: Language;
  readonly term: string;
  /** Longer expressions that hold the term and do not count. */
  readonly except?: readonly string[];
}
export interface TermMatch<T extends Term> {
  readonly term: T;
  readonly start: number;
  readonly end: number;
}
export type FindTerms<T extends Term> = (text: string, language?: Language) => TermMatch<T>[];

const apostrophes = /['’]/g;

/**
 * Finds terms in texts: one pass, each place once, where several begin the longest wins. English terms are
 * whole words; letters count whatever their case, curly apostrophes as straight ones.
 */
export function compileTerms<T extends Term>(terms: readonly T[]): FindTerms<T> {
  const languages = new Map<Language | undefined, (text: string) => TermMatch<T>[]>([
    [undefined, matcherOf(terms)],
  ]);
  for (const language of new Set(terms.map((term) => term.language))) {
    languages.set(language, matcherOf(terms.filter((term) => term.language === language)));
  }
  return (text, language) => languages.get(language)?.(text) ?? [];
}

function matcherOf<T extends Term>(terms: readonly T[]): (text: string) => TermMatch<T>[] {
  // What is excepted is matched too, as nobody's: so it uses up its place.
  const expressions = terms.flatMap((term) => [
    { text: term.term, language: term.language, term: term as T | undefined },
    ...(term.except ?? []).map((text) => ({ text, language: term.language, term: undefined })),
  ]);
  if (expressions.length === 0) return () => [];
  const known = new Map<string, T | undefined>();
  for (const { text, term } of expressions) {
    const key = keyOf(text);
    if (term !== undefined || !known.has(key)) known.set(key, term);
  }
  const sources = expressions
    .sort((a, b) => b.text.length - a.text.length)
    .map(({ text, language }) => sourceOf(text, language));
  const pattern = new RegExp([...new Set(sources)].join('|'), 'giu');
  return (text) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const term = known.get(keyOf(match[0]));
      if (!term) return [];
      return [{ term, start: match.index, end: match.index + match[0].length }];
    });
}

const keyOf = (text: string) =>
  text.trim().toLowerCase().replace(apostrophes, "'").replace(/\s+/g, ' ');

function sourceOf(text: string, language: Language): string {
  const escaped = text
    .trim()
    .replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
    .replace(apostrophes, "['’]")
    .replace(/\s+/g, '\\s+');
  return language === 'en' ? `(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])` : escaped;
}
