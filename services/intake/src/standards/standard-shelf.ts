import type { StandardAnswerView } from '#contracts';
import type { Queries } from '#platform';
import { readVersions } from './standard-rows.js';
import { tellingTerms } from './telling-terms.js';

/** A standard answer with what each way to ask it is compared by. */
export interface ShelvedStandard {
  standard: StandardAnswerView;
  ways: readonly ReadonlySet<string>[];
}

/**
 * The standards in force, read and taken apart once per version: a version never changes. Which versions are in
 * force is asked each time, so that what another replica published holds at once.
 */
export class StandardShelf {
  private shelved = new Map<string, ShelvedStandard>();

  constructor(private readonly database: Queries) {}

  async all(): Promise<ShelvedStandard[]> {
    const current = await this.database.query<{ code: string; version: number }>(
      `SELECT code, max(version)::int AS version FROM standard_answers GROUP BY code ORDER BY code`,
    );
    const isNew = ({ code, version }: { code: string; version: number }) =>
      this.shelved.get(code)?.standard.version !== version;
    const missing = current.filter(isNew);
    if (missing.length > 0) {
      const read = await readVersions(this.database, missing);
      const next = new Map(this.shelved);
      for (const standard of read) {
        next.set(standard.code, { standard, ways: standard.questions.map(tellingTerms) });
      }
      this.shelved = next;
    }
    return current.flatMap(({ code }) => this.shelved.get(code) ?? []);
  }

  /** The unit that answers for each standard. */
  async owners(): Promise<Map<string, string>> {
    return new Map((await this.all()).map(({ standard }) => [standard.code, standard.owner]));
  }
}
