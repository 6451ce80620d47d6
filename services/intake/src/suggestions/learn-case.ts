import type { PersonalDataKeys, Tx } from '#platform';
import { splitTerms } from '../domain/suggestions/split-terms.js';

/** The category that was agreed while the case was worked on; it is what the case will teach. */
export async function noteAgreedCategory(tx: Tx, caseId: string, category: string): Promise<void> {
  await tx.query(
    `INSERT INTO lessons (case_id, category, learned) VALUES ($1, $2, false)
     ON CONFLICT (case_id) DO UPDATE SET category = excluded.category WHERE NOT lessons.learned`,
    [caseId, category],
  );
}

/**
 * Counts the words of a closed case for its category: the agreed one, else the one it was filed with.
 * A case teaches once, however often it is reopened and closed. Learners go one at a time, so that two
 * batches never wait for each other's counts.
 */
export async function learnCase(tx: Tx, keys: PersonalDataKeys, caseId: string): Promise<void> {
  await tx.query('LOCK TABLE learned_categories IN SHARE ROW EXCLUSIVE MODE');
  const [lesson] = await tx.query<{ category: string; statement: string }>(
    `INSERT INTO lessons (case_id, category, learned) SELECT id, category, true FROM complaints WHERE id = $1
     ON CONFLICT (case_id) DO UPDATE SET learned = true WHERE NOT lessons.learned
     RETURNING category, (SELECT statement FROM complaints WHERE id = case_id) AS statement`,
    [caseId],
  );
  if (!lesson || lesson.category === 'unclassified') return;
  const hashes = splitTerms(lesson.statement).map((term) => keys.wordHash(term));
  await tx.query(
    `WITH counted AS (
       INSERT INTO learned_terms (hash, category, cases)
       SELECT hash, $1, 1 FROM json_array_elements_text($2::json) AS h(hash)
       ON CONFLICT (hash, category) DO UPDATE SET cases = learned_terms.cases + 1)
     INSERT INTO learned_categories (category, cases, terms) VALUES ($1, 1, $3)
     ON CONFLICT (category) DO UPDATE
       SET cases = learned_categories.cases + 1, terms = learned_categories.terms + excluded.terms`,
    [lesson.category, JSON.stringify(hashes), hashes.length],
  );
}
