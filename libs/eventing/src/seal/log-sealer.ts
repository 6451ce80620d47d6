import { randomUUID, type KeyObject } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Database, Logger, Tx } from '#platform';
import { classifyFailure, describeFailure } from '../consume/failures.js';
import { LeaseLost } from '../errors.js';
import { holdFence, releaseLease, takeLease } from '../store/lease.js';
import { Wakeable } from '../wakeable.js';
import { merkleRoot, signSeal, toRuns, type Seal } from './seal.js';
import { AnchorKeeper } from './anchor-keeper.js';
import type { SealAnchorage } from './seal-anchor.js';

export interface LogSealerOptions {
  /** The database of the service that writes the log. */
  database: Database;
  service: string;
  /** Ed25519 private key, kept outside the database. */
  sealKey: KeyObject;
  /** Where the latest seal is kept outside the database. */
  anchorages: readonly SealAnchorage[];
  logger: Logger;
}

const leaseName = 'log-sealer';
const leaseMs = 10_000;
const everyMs = 1_000;
const mostEvents = 5_000;
const longestGoodbyeMs = 500;

interface Leaf {
  epoch: number;
  tx: string;
  position: string;
  stream: string;
  sequence: number;
  hash: string;
}

/**
 * Seals a log at least each second: count, Merkle root, the seal before, a signature by a key outside the
 * database. One process at a time seals, by lease; one that lost it writes no seal.
 */
export class LogSealer {
  readonly #owner = randomUUID();
  readonly #wait = new Wakeable();
  #isStopping = false;
  readonly #keepers: readonly AnchorKeeper[];
  #running?: Promise<void>;

  constructor(private readonly options: LogSealerOptions) {
    const { database, service, logger } = options;
    this.#keepers = options.anchorages.map(
      (anchorage) => new AnchorKeeper({ database, service, anchorage, logger }),
    );
  }

  start(): void {
    this.#running = this.loop();
  }

  /** Seals what is left and gives the lease back. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    this.#wait.wake();
    await this.#running;
    const anchored = Promise.all(this.#keepers.map((keeper) => keeper.again()));
    await Promise.race([anchored, delay(longestGoodbyeMs, undefined, { ref: false })]);
  }

  /** Seals everything final by now; returns how many events. 0 when another process holds the lease. */
  async sealNow(): Promise<number> {
    const { database } = this.options;
    const fence = await takeLease(database, leaseName, this.#owner, leaseMs);
    if (fence === undefined) {
      for (const keeper of this.#keepers) keeper.forget();
      return 0;
    }
    for (let sealed = 0; ;) {
      const seal = await database.transaction((tx) => this.sealChunk(tx, fence));
      if (!seal) {
        await this.anchor((keeper) => keeper.again());
        return sealed;
      }
      const { number, hash } = seal;
      await this.anchor((keeper) => keeper.offer({ number, hash }));
      sealed += seal.count;
      if (seal.count < mostEvents) return sealed;
    }
  }

  private async loop(): Promise<void> {
    const { logger, database, service } = this.options;
    for (let isLast = false; !isLast;) {
      if (!this.#isStopping) await this.#wait.sleep(everyMs);
      isLast = this.#isStopping;
      try {
        await this.sealNow();
      } catch (error) {
        if (error instanceof LeaseLost || classifyFailure(error) !== 'handler') {
          logger.warn({ service, failure: describeFailure(error) }, 'seal postponed');
        } else logger.error({ service, failure: describeFailure(error) }, 'seal failed');
      }
    }
    await releaseLease(database, leaseName, this.#owner).catch(() => undefined);
  }

  /** Waits for what is at hand; brokers that are away hold no seal back. */
  private async anchor(bring: (keeper: AnchorKeeper) => Promise<void>): Promise<void> {
    const tries = this.#keepers.map((keeper) => ({ keeper, tried: bring(keeper) }));
    await Promise.all(tries.map(({ keeper, tried }) => (keeper.isRemote ? undefined : tried)));
  }

  private async sealChunk(tx: Tx, fence: number): Promise<Seal | undefined> {
    await holdFence(tx, leaseName, fence);
    const [last] = await tx.query<Pick<Seal, 'number' | 'epoch' | 'tx' | 'position' | 'hash'>>(
      `select number::int as number, epoch, tx::text as tx, position::text as position, hash
         from seals order by seals.number desc limit 1`,
    );
    const leaves = await tx.query<Leaf>(
      `select epoch, tx::text as tx, position::text as position, stream, sequence, hash
         from events_after($1::int, $2::text::xid8, $3::text::bigint, ${mostEvents}) e
        order by epoch, e.tx, e.position`,
      [last?.epoch ?? 0, last?.tx ?? '0', last?.position ?? '0'],
    );
    const end = leaves.at(-1);
    if (!end) return undefined;
    const seal = signSeal(
      this.options.service,
      {
        number: (last?.number ?? 0) + 1,
        epoch: end.epoch,
        tx: end.tx,
        position: end.position,
        count: leaves.length,
        streams: JSON.stringify(toRuns(leaves)),
        root: merkleRoot(leaves.map(({ hash }) => hash)),
        previous: last?.hash ?? '',
        sealedAt: Date.now(),
      },
      this.options.sealKey,
    );
    await tx.query(
      `insert into seals (number, epoch, tx, position, count, streams, root, previous, hash, signature, sealed_at)
       values ($1, $2, $3::text::xid8, $4::text::bigint, $5, $6, $7, $8, $9, $10, $11)`,
      [
        seal.number,
        seal.epoch,
        seal.tx,
        seal.position,
        seal.count,
        seal.streams,
        seal.root,
        seal.previous,
        seal.hash,
        seal.signature,
        seal.sealedAt,
      ],
    );
    return seal;
  }
}
