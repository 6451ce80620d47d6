import type { PersonalDataKeys, Queries } from '#platform';
import type { Learned } from '../domain/suggestions/suggest-categories.js';

/** What was learned about these terms: as much as a suggestion needs, from one statement a table. */
export async function readLearned(
  database: Queries,
  keys: PersonalDataKeys,
  terms: readonly string[],
): Promise<Learned> {
  const termOf = new Map(terms.map((term) => [keys.wordHash(term), term]));
  const [categories, counts] = await Promise.all([
    database.query<{ category: string; cases: number; terms: number }>(
      'SELECT category, cases::int AS cases, terms::int AS terms FROM learned_categories',
    ),
    database.query<{ hash: string; category: string; cases: number }>(
      `SELECT hash, category, cases::int AS cases FROM learned_terms
       WHERE hash = ANY ($1::text[])`,
      [[...termOf.keys()]],
    ),
  ]);
  const said = new Map<string, Map<string, number>>();
  for (const { hash, category, cases } of counts) {
    const term = termOf.get(hash)!;
    said.set(term, (said.get(term) ?? new Map<string, number>()).set(category, cases));
  }
  return { categories: new Map(categories.map((row) => [row.category, row])), terms: said };
}
