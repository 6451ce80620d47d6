import type { Database, Logger } from '#platform';
import { describeFailure } from '../consume/failures.js';
import type { SealAnchor, SealAnchorage } from './seal-anchor.js';

export interface AnchorKeeperOptions {
  /** The database of the service that writes the log. */
  database: Database;
  service: string;
  anchorage: SealAnchorage;
  logger: Logger;
}

/**
 * Brings the latest seal of a log to one place outside the database. A log that does not hold the seal that
 * is anchored there was cut off or replaced: its anchor stays as it is, for `audit verify` to name that, even
 * when the log has grown past it.
 */
export class AnchorKeeper {
  #latest?: SealAnchor;
  #running?: Promise<void>;
  #kept?: SealAnchor;
  #isRead = false;
  #isTold = false;

  constructor(private readonly options: AnchorKeeperOptions) {}

  get isRemote(): boolean {
    return this.options.anchorage.isRemote;
  }

  /** Resolves once this seal, or a later one, is anchored or was tried in vain. Never rejects. */
  offer(anchor: SealAnchor): Promise<void> {
    this.#latest = anchor;
    return this.again();
  }

  /** Tries what could not be anchored yet once more. */
  again(): Promise<void> {
    this.#running ??= this.keepLatest().finally(() => (this.#running = undefined));
    return this.#running;
  }

  /** Another process seals now, and anchors what this one does not know: it is read again before the next seal. */
  forget(): void {
    this.#isRead = false;
  }

  private async keepLatest(): Promise<void> {
    const { logger, service } = this.options;
    while (this.#latest) {
      const anchor = this.#latest;
      try {
        await this.keep(anchor);
      } catch (error) {
        logger.warn({ service, failure: describeFailure(error) }, 'seal not anchored yet');
        return;
      }
      if (this.#latest === anchor) this.#latest = undefined;
    }
  }

  private async keep(anchor: SealAnchor): Promise<void> {
    const { anchorage, service, logger } = this.options;
    if (!this.#isRead) this.#kept = (await anchorage.read()).get(service);
    this.#isRead = true;
    if (this.#kept && !(await this.isInLog(this.#kept))) {
      const { number: seal } = this.#kept;
      if (!this.#isTold)
        logger.error({ service, seal }, 'the log lost an anchored seal: verify it');
      this.#isTold = true;
      return;
    }
    // Who sealed before another took over may be late: what the log holds beyond it is anchored already.
    if (this.#kept && this.#kept.number >= anchor.number) return;
    await anchorage.write(service, anchor);
    this.#kept = anchor;
  }

  private async isInLog({ number, hash }: SealAnchor): Promise<boolean> {
    const sql = `select 1 from seals where number = $1 and hash = $2`;
    return (await this.options.database.query(sql, [number, hash])).length > 0;
  }
}
