import { Inject, Injectable } from '@nestjs/common';
import type { CoachBody, CoachView } from '#contracts';
import { RUNTIME } from '#eventing';
import type { ServiceRuntime } from '#eventing';
import { Problem } from '#platform';
import type { Queries } from '#platform';
import { Coach } from '../domain/coach/coach.js';
import { defaultCoach } from './default-coach.js';

/** How long a version published by another replica may stay unnoticed. */
const freshMs = 1_000;

interface Stored {
  version: number;
  body: string;
  by: string;
  at: number;
}
interface Published {
  coach: Coach;
  by: string;
  at: number;
}

/** What the coach goes by: the default, until somebody publishes another list; every version is kept. */
@Injectable()
export class CoachStore {
  private published: Published = { coach: new Coach(0, defaultCoach), by: 'system', at: 0 };
  private readAt = -Infinity;
  private reading: Promise<void> | undefined;

  constructor(@Inject(RUNTIME) private readonly runtime: ServiceRuntime) {}

  /**
   * The coach in force, at most a second old; while somebody types nobody waits for the database twice.
   * @param tx inside a transaction, which asks through its own connection and waits for no other
   */
  async current(tx?: Queries): Promise<Coach> {
    if (performance.now() - this.readAt > freshMs) {
      if (tx) await this.read(tx);
      else await (this.reading ??= this.read().finally(() => (this.reading = undefined)));
    }
    return this.published.coach;
  }

  async view(): Promise<CoachView> {
    await this.read();
    const { coach, by, at } = this.published;
    const publishedAt = new Date(at).toISOString();
    return { version: coach.version, publishedBy: by, publishedAt, ...coach.body };
  }

  /** @throws Problem `stale-version` when another version is in force than the author saw */
  async publish(body: CoachBody, by: string, expectedVersion?: number): Promise<CoachView> {
    await this.read();
    const { version } = this.published.coach;
    if (expectedVersion !== undefined && expectedVersion !== version) throw stale(version);
    const inserted = await this.runtime.database.query(
      `insert into coach_versions (version, body, published_by, published_at) values ($1, $2, $3, $4)
       on conflict do nothing returning version`,
      [version + 1, JSON.stringify(body), by, this.runtime.clock.now()],
    );
    if (inserted.length === 0) throw stale(version + 1);
    return this.view();
  }

  private async read(tx: Queries = this.runtime.database): Promise<void> {
    const known = this.published.coach.version;
    const [row] = await tx.query<Stored>(
      `select version, body, published_by as by, published_at::float8 as at
         from coach_versions where version > $1 order by version desc limit 1`,
      [known],
    );
    this.readAt = performance.now();
    if (!row || row.version <= this.published.coach.version) return;
    const coach = new Coach(row.version, JSON.parse(row.body) as CoachBody);
    this.published = { coach, by: row.by, at: row.at };
  }
}

const stale = (version: number) =>
  new Problem('stale-version', {
    detail: `version ${version} is in force`,
    extra: { version },
  });
