/** What closed cases taught, by category and by term; a case counts once for each of its terms. */
export interface Learned {
  categories: ReadonlyMap<string, LearnedCategory>;
  /** Of each term: in how many cases of which category it was said. */
  terms: ReadonlyMap<string, ReadonlyMap<string, number>>;
}
export interface LearnedCategory {
  cases: number;
  /** Terms of all its cases together. */
  terms: number;
}

export interface CategorySuggestion {
  category: string;
  /** 0 to 1; of all categories together 1. */
  confidence: number;
  /** What speaks for it, strongest first: the natural logarithm of how many times likelier the term is in it. */
  terms: { term: string; weight: number }[];
}

/** How many terms a category is taken to have heard before its first case, which else would say too much. */
const priorTerms = 50;
/**
 * How many cases each term is taken to have been said in already, in every category as often as all that is
 * said falls to it. A term of one case is hardly a reason, one of twenty is: without this both weigh the same,
 * and the names and turns of phrase of single cases outweigh what a category is about.
 */
const priorCases = 2;
/** The words of one text depend on each other: beyond so many they are no evidence of their own. */
const independentTerms = 6;
const shownTerms = 5;

/**
 * Multinomial naive Bayes over the terms said, those nobody has said yet left out.
 * @returns the likeliest categories first; none before a case was learned
 */
export function suggestCategories(
  said: readonly string[],
  learned: Learned,
  most = 3,
): CategorySuggestion[] {
  const { categories } = learned;
  const all = [...categories.values()];
  const cases = all.reduce((sum, category) => sum + category.cases, 0);
  const inAll = all.reduce((sum, category) => sum + category.terms, 0);
  if (cases === 0) return [];
  const known = said.flatMap((term) => {
    const counts = learned.terms.get(term);
    if (!counts) return [];
    return [{ term, counts, cases: [...counts.values()].reduce((sum, count) => sum + count, 0) }];
  });
  const trust = Math.min(1, independentTerms / known.length);
  const judged = [...categories].map(([category, own]) => {
    const share = (own.terms + priorTerms) / (inAll + priorTerms * categories.size);
    const weights = known.map(({ term, counts, cases: saidIn }) => {
      const heard = (counts.get(category) ?? 0) + priorCases * share;
      return { term, weight: Math.log(heard / (saidIn + priorCases) / share) };
    });
    const evidence = weights.reduce((sum, { weight }) => sum + weight, 0) * trust;
    const prior = Math.log((own.cases + 1) / (cases + categories.size));
    return { category, score: prior + evidence, weights };
  });
  judged.sort((a, b) => b.score - a.score || (a.category < b.category ? -1 : 1));
  const best = judged[0]!.score;
  const whole = judged.reduce((sum, { score }) => sum + Math.exp(score - best), 0);
  return judged.slice(0, most).map(({ category, score, weights }) => ({
    category,
    confidence: Math.exp(score - best) / whole,
    terms: weights
      .filter(({ weight }) => weight > 0)
      .sort((a, b) => b.weight - a.weight)
      .slice(0, shownTerms),
  }));
}
