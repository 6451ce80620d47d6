import type { PersonalDataKeys, Tx } from '#platform';
import { splitTerms } from '../domain/suggestions/split-terms.js';

interface Lesson {
  category: string;
  statement: string;
}

/**
 * What the cases of one batch teach, counted with one statement a table: the words of a closed case for its
 * category, the agreed one, else the one it was filed with. A case teaches once, however often it is
 * reopened and closed; one that is put under another category afterwards teaches that one instead.
 */
export class Lessons {
  private readonly agreed = new Map<string, string>();
  private readonly corrected = new Map<string, string>();
  private readonly closed = new Set<string>();

  /** The category that was agreed while a case was worked on; what is closed has taught already. */
  agree(caseId: string, category: string): void {
    if (!this.closed.has(caseId)) this.agreed.set(caseId, category);
  }

  /** The category that a case should have had, before its end or after it. */
  correct(caseId: string, category: string): void {
    this.corrected.set(caseId, category);
  }

  close(caseId: string): void {
    this.closed.add(caseId);
  }

  async flush(tx: Tx, keys: PersonalDataKeys): Promise<void> {
    await this.writeAgreed(tx);
    if (this.closed.size + this.corrected.size === 0) return;
    // Learners go one at a time, so that two batches never wait for each other's counts.
    await tx.query('LOCK TABLE learned_categories IN SHARE ROW EXCLUSIVE MODE');
    await this.relearn(tx, keys);
    if (this.closed.size === 0) return;
    const lessons = await tx.query<Lesson>(
      `INSERT INTO lessons (case_id, category, learned)
       SELECT id, category, true FROM complaints WHERE id = ANY($1::uuid[]) ORDER BY id
       ON CONFLICT (case_id) DO UPDATE SET learned = true WHERE NOT lessons.learned
       RETURNING category, (SELECT statement FROM complaints WHERE id = case_id) AS statement`,
      [[...this.closed]],
    );
    await learn(tx, tally(keys, lessons));
  }

  private async writeAgreed(tx: Tx): Promise<void> {
    const agreed = new Map([...this.agreed, ...this.corrected]);
    if (agreed.size === 0) return;
    await tx.query(
      `INSERT INTO lessons (case_id, category, learned)
       SELECT id, category, false FROM unnest($1::uuid[], $2::text[]) AS a(id, category) ORDER BY id
       ON CONFLICT (case_id) DO UPDATE SET category = excluded.category WHERE NOT lessons.learned`,
      [[...agreed.keys()], [...agreed.values()]],
    );
  }

  /** What was learned under another category is taken back there, word for word as the text is now. */
  private async relearn(tx: Tx, keys: PersonalDataKeys): Promise<void> {
    if (this.corrected.size === 0) return;
    const moved = await tx.query<Lesson & { was: string }>(
      `UPDATE lessons l SET category = a.category
         FROM unnest($1::uuid[], $2::text[]) AS a(id, category)
         JOIN lessons b ON b.case_id = a.id JOIN complaints c ON c.id = a.id
        WHERE l.case_id = a.id AND l.learned AND l.category <> a.category
       RETURNING a.category, b.category AS was, c.statement`,
      [[...this.corrected.keys()], [...this.corrected.values()]],
    );
    const before = moved.map(({ was, statement }) => ({ category: was, statement }));
    await unlearn(tx, tally(keys, before));
    await learn(tx, tally(keys, moved));
  }
}

/** In how many cases each word was said, by category, and how many cases and words each category has. */
function tally(keys: PersonalDataKeys, lessons: readonly Lesson[]) {
  const words = new Map<string, { hash: string; category: string; cases: number }>();
  const sums = new Map<string, { cases: number; terms: number }>();
  for (const { category, statement } of lessons) {
    if (category === 'unclassified') continue;
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
  const all = [...sums.values()];
  return {
    words: [
      counted.map(({ hash }) => hash),
      counted.map(({ category }) => category),
      counted.map(({ cases }) => cases),
    ],
    categories: [[...sums.keys()], all.map(({ cases }) => cases), all.map(({ terms }) => terms)],
  };
}
type Tally = ReturnType<typeof tally>;

async function learn(tx: Tx, { words, categories }: Tally): Promise<void> {
  if (categories[0]!.length === 0) return;
  await tx.query(
    `INSERT INTO learned_terms (hash, category, cases)
     SELECT * FROM unnest($1::text[], $2::text[], $3::bigint[])
     ON CONFLICT (hash, category) DO UPDATE SET cases = learned_terms.cases + excluded.cases`,
    words,
  );
  await tx.query(
    `INSERT INTO learned_categories (category, cases, terms)
     SELECT * FROM unnest($1::text[], $2::bigint[], $3::bigint[])
     ON CONFLICT (category) DO UPDATE
       SET cases = learned_categories.cases + excluded.cases, terms = learned_categories.terms + excluded.terms`,
    categories,
  );
}

/** A text that was amended since takes back what it says now: nothing is counted below zero for it. */
async function unlearn(tx: Tx, { words, categories }: Tally): Promise<void> {
  if (categories[0]!.length === 0) return;
  await tx.query(
    `UPDATE learned_terms l SET cases = greatest(l.cases - w.cases, 0)
       FROM unnest($1::text[], $2::text[], $3::bigint[]) AS w(hash, category, cases)
      WHERE l.hash = w.hash AND l.category = w.category`,
    words,
  );
  await tx.query(
    `UPDATE learned_categories l SET cases = l.cases - c.cases, terms = greatest(l.terms - c.terms, 0)
       FROM unnest($1::text[], $2::bigint[], $3::bigint[]) AS c(category, cases, terms)
      WHERE l.category = c.category`,
    categories,
  );
  await tx.query(
    `DELETE FROM learned_terms WHERE cases = 0 AND hash = ANY($1::text[]) AND category = ANY($2::text[])`,
    words.slice(0, 2),
  );
  await tx.query('DELETE FROM learned_categories WHERE cases <= 0');
}
