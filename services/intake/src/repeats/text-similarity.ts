const maxTerms = 8;
const runs = /[㐀-鿿]+|[\p{L}\p{N}]+/gu;
const han = /[㐀-鿿]/u;

/** A text as what it is compared by: pairs of neighbours in Chinese, which has no spaces, else words. */
export function termsOf(text: string): ReadonlySet<string> {
  const terms = new Set<string>();
  for (const [run] of text.normalize('NFKC').toLowerCase().matchAll(runs)) {
    // A run of letters ends where Chinese begins, whichever of both the text starts with.
    for (const part of run.split(/(?<=[㐀-鿿])(?![㐀-鿿])|(?<![㐀-鿿])(?=[㐀-鿿])/u)) {
      if (!han.test(part) || part.length === 1) terms.add(part);
      else for (let i = 0; i < part.length - 1; i += 1) terms.add(part.slice(i, i + 2));
    }
  }
  return terms;
}

export interface Similarity {
  /** Terms in both of the terms in either, 0 to 1. */
  value: number;
  /** What is in both, in the order of the first text. */
  terms: string[];
}

/** How alike two texts are, and by what. */
export function compareTerms(a: ReadonlySet<string>, b: ReadonlySet<string>): Similarity {
  const shared = [...a].filter((term) => b.has(term));
  const all = a.size + b.size - shared.length;
  const value = all === 0 ? 0 : Math.round((100 * shared.length) / all) / 100;
  return { value, terms: shared.slice(0, maxTerms) };
}
