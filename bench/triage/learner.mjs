// The product's own terms and model over counts in memory, which its tables keep otherwise.
import { splitTerms } from '../../dist/services/intake/src/domain/suggestions/split-terms.js';
import { suggestCategories } from '../../dist/services/intake/src/domain/suggestions/suggest-categories.js';

export function learner() {
  const categories = new Map();
  const terms = new Map();
  return {
    teach(text, category) {
      const said = splitTerms(text);
      const own = categories.get(category) ?? { cases: 0, terms: 0 };
      categories.set(category, { cases: own.cases + 1, terms: own.terms + said.length });
      for (const term of said) {
        const counts = terms.get(term) ?? new Map();
        terms.set(term, counts.set(category, (counts.get(category) ?? 0) + 1));
      }
    },
    suggest: (text) => suggestCategories(splitTerms(text), { categories, terms }),
  };
}
