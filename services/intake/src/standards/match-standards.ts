import type { StandardAnswerView, Tier } from '#contracts';
import { compareTerms } from '../repeats/text-similarity.js';
import type { Similarity } from '../repeats/text-similarity.js';
import type { ShelvedStandard } from './standard-shelf.js';
import { tellingTerms } from './telling-terms.js';

/** Less than a quarter in common is chance: such a question waits for somebody to look at it. */
const alike = 0.25;
const tiersUp = ['standard', 'quality', 'key', 'vip'] as const satisfies readonly Tier[];

export interface MatchedStandard extends Similarity {
  standard: StandardAnswerView;
}

/**
 * The standards that a question asks for, the likeliest first: each is as alike as the likeliest of its ways
 * to ask, by what they are about and not by how one asks. One about another category is left out where the category is known.
 */
export function matchStandards(
  asked: { question: string; category?: string; limit: number },
  shelved: readonly ShelvedStandard[],
): MatchedStandard[] {
  const terms = tellingTerms(asked.question);
  const fits = ({ standard: { isActive, category } }: ShelvedStandard) =>
    isActive && (!asked.category || !category || category === asked.category);
  return shelved
    .filter(fits)
    .map(({ standard, ways }) => ({ standard, ...likeliest(terms, ways) }))
    .filter(({ value }) => value >= alike)
    .sort((a, b) => b.value - a.value || (a.standard.code < b.standard.code ? -1 : 1))
    .slice(0, asked.limit);
}

function likeliest(terms: ReadonlySet<string>, ways: readonly ReadonlySet<string>[]): Similarity {
  const compared = ways.map((way) => compareTerms(terms, way));
  return compared.reduce((best, one) => (one.value > best.value ? one : best));
}

/** What a customer of a tier hears: its own wording, else that of the next tier below that has one. */
export function wordingFor({ tiers }: Pick<StandardAnswerView, 'tiers'>, tier: Tier) {
  const reached = tiersUp.slice(0, tiersUp.indexOf(tier) + 1);
  const own = reached.findLast((one) => tiers[one] !== undefined) ?? 'standard';
  return { tier: own, ...(tiers[own] ?? tiers.standard) };
}
