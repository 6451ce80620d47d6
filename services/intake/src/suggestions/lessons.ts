import type { PersonalDataKeys, Tx } from '#platform';
import { splitTerms } from '../domain/suggestions/split-terms.js';

interface Lesson {
  category: string;
  statement: string;
}

/**
 * What the cases of one batch teach, counted with one statement a table: the words of a closed case for its
 * category, the agreed one, else the one it was filed with. A case teaches once, however often it is
 * reopened and closed.
 */
export class Lessons {
  private readonly agreed = new Map<string, string>();
  private readonly closed = new Set<string>();

  /** The category that was agreed while a case was worked on; what is closed has taught already. */
  agree(caseId: string, category: string): void {
    if (!this.closed.has(caseId)) this.agreed.set(caseId, category);
  }

  close(caseId: string): void {
    this.closed.add(caseId);
  }

  async flush(tx: Tx, keys: PersonalDataKeys): Promise<void> {
    if (this.agreed.size > 0) {
      await tx.query(
        `INSERT INTO lessons (case_id, category, learned)
         SELECT id, category, false FROM unnest($1::uuid[], $2::text[]) AS a(id, category) ORDER BY id
         ON CONFLICT (case_id) DO UPDATE SET category = excluded.category WHERE NOT lessons.learned`,
        [[...this.agreed.keys()], [...this.agreed.values()]],
      );
    }
    if (this.closed.size === 0) return;
    // Learners go one at a time, so that two batches never wait for each other's counts.
    await tx.query('LOCK TABLE learned_categories IN SHARE ROW EXCLUSIVE MODE');
    const lessons = await tx.query<Lesson>(
      `INSERT INTO lessons (case_id, category, learned)
       SELECT id, category, true FROM complaints WHERE id = ANY($1::uuid[]) ORDER BY id
       ON CONFLICT (case_id) DO UPDATE SET learned = true WHERE NOT lessons.learned
       RETURNING category, (SELECT statement FROM complaints WHERE id = case_id) AS statement`,
      [[...this.closed]],
    );
    await learn(
      tx,
      keys,
      lessons.filter(({ category }) => category !== 'unclassified'),
    );
  }
}

async function learn(tx: Tx, keys: PersonalDataKeys, lessons: readonly Lesson[]): Promise<void> {
  if (lessons.length === 0) return;
  const words = new Map<string, { hash: string; category: string; cases: number }>();
  const sums = new Map<string, { cases: number; terms: number }>();
  for (const { category, statement } of lessons) {
    const hashes = splitTerms(statement).map((term) => keys.wordHash(term));
    const sum = sums.get(category) ?? { cases: 0, terms: 0 };
    sums.set(category, { cases: sum.cases + 1, terms: sum.terms + hashes.length });
    for (const hash of hashes) {
      const key = `${hash} ${category}`;
      const word = words.get(key) ?? { hash, category, cases: 0 };
      words.set(key, { ...word, cases: word.cases + 1 });
    }
  }
  const counted = [...words.values()];
  await tx.query(
    `INSERT INTO learned_terms (hash, category, cases)
     SELECT * FROM unnest($1::text[], $2::text[], $3::bigint[])
     ON CONFLICT (hash, category) DO UPDATE SET cases = learned_terms.cases + excluded.cases`,
    [
      counted.map(({ hash }) => hash),
      counted.map(({ category }) => category),
      counted.map(({ cases }) => cases),
    ],
  );
  const all = [...sums.values()];
  await tx.query(
    `INSERT INTO learned_categories (category, cases, terms)
     SELECT * FROM unnest($1::text[], $2::bigint[], $3::bigint[])
     ON CONFLICT (category) DO UPDATE
       SET cases = learned_categories.cases + excluded.cases, terms = learned_categories.terms + excluded.terms`,
    [[...sums.keys()], all.map(({ cases }) => cases), all.map(({ terms }) => terms)],
  );
}
