import type { Database, Logger, ReadinessCheck } from '#platform';
import type { ClearlineTransport } from '../transport/clearline-transport.js';

export interface ProjectionStatus {
  name: string;
  state: 'current' | 'rebuilding' | 'failed';
  /** Events replayed so far, of `total`. */
  handled: number;
  total: number;
  startedAt?: number;
  finishedAt?: number;
  failure?: string;
}

export interface ProjectionRebuildOptions {
  service: string;
  database: Database;
  transport: Pick<ClearlineTransport, 'rebuild'>;
  /** The tables that the projections feed; emptied first. */
  readModels: readonly string[];
  logger: Logger;
}

/**
 * Rebuilds the read models of a service while it runs, one run at a time. The start is noted in the
 * transaction that empties them, so a rebuild that a crash cut short is done again at the next start
 * and never leaves half a read model that looks whole.
 */
export class ProjectionRebuild {
  #status: ProjectionStatus;
  #running?: Promise<void>;

  constructor(private readonly options: ProjectionRebuildOptions) {
    this.#status = { name: options.service, state: 'current', handled: 0, total: 0 };
  }

  status(): ProjectionStatus {
    return { ...this.#status };
  }

  /** Begins a rebuild; false when one runs already. */
  start(actor: string): boolean {
    if (this.#running) return false;
    this.#running = this.run(actor).finally(() => {
      this.#running = undefined;
    });
    return true;
  }

  /** Does again what a crash cut short. */
  async resume(): Promise<void> {
    const [mark] = await this.options.database.query<{ actor: string }>(
      `select actor from rebuilds`,
    );
    if (!mark) return;
    this.options.logger.warn('a rebuild was cut short; it is done again');
    this.start(mark.actor);
  }

  /** Fails while the read models are incomplete. */
  readiness(): ReadinessCheck {
    return {
      name: `projections-${this.options.service}`,
      check: () => {
        const { state, handled, total, failure } = this.#status;
        if (state === 'rebuilding') {
          return Promise.resolve(
            `the read models are being rebuilt: ${handled} of ${total} events`,
          );
        }
        return Promise.resolve(state === 'failed' ? `a rebuild failed: ${failure}` : undefined);
      },
    };
  }

  private async run(actor: string): Promise<void> {
    const { service: name, database, transport, readModels, logger } = this.options;
    const startedAt = Date.now();
    this.#status = { name, state: 'rebuilding', handled: 0, total: 0, startedAt };
    try {
      const [row] = await database.query<{ total: number }>(
        `select count(*)::float8 as total from inbox where outcome = 'handled'`,
      );
      this.#status.total = row?.total ?? 0;
      const { handled } = await transport.rebuild({
        prepare: async (tx) => {
          await tx.query(`truncate ${readModels.join(', ')}`);
          await tx.query(`delete from rebuilds`);
          await tx.query(`insert into rebuilds (actor, started_at) values ($1, $2)`, [
            actor,
            startedAt,
          ]);
        },
        onProgress: (done) => {
          this.#status.handled = done;
        },
      });
      await database.query(`delete from rebuilds`);
      const finishedAt = Date.now();
      this.#status = { ...this.#status, state: 'current', handled, finishedAt };
      logger.info({ actor, handled, ms: finishedAt - startedAt }, 'read models rebuilt');
    } catch (error) {
      const failure = error instanceof Error ? error.message : String(error);
      this.#status = { ...this.#status, state: 'failed', finishedAt: Date.now(), failure };
      logger.error({ err: error }, 'the read models could not be rebuilt');
    }
  }
}
