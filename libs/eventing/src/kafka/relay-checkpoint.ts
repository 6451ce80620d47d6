import type { Database } from '#platform';
import type { FailpointHook } from '../failpoint.js';
import { holdFence } from '../store/lease.js';
import type { LogCursor } from '../store/stored-event.js';

/** So late at most it follows: a transaction for each send would be a third of all there are. */
const followsWithinMs = 100;

/**
 * How far a log was sent, as the next leader reads it. It follows what the brokers acknowledged, beside the
 * next sends, and is written only under the leader's fence: what lies between is sent again after a crash.
 */
export class RelayCheckpoint {
  #acknowledged?: LogCursor;
  #moving = Promise.resolve();
  #failure?: unknown;
  #movedAt = -Infinity;

  constructor(
    private readonly database: Database,
    private readonly leaseName: string,
    private readonly failpoint?: FailpointHook,
  ) {}

  async read(): Promise<LogCursor | undefined> {
    const [row] = await this.database.query<LogCursor>(
      `select epoch, tx::text as tx, position::text as position from relay_checkpoints where name = 'kafka'`,
    );
    return row;
  }

  /** Notes that everything up to there was acknowledged. */
  acknowledge(through: LogCursor): void {
    this.#acknowledged = through;
  }

  /** For how long nothing has to be written; Infinity when nothing was acknowledged since. */
  get restMs(): number {
    if (!this.#acknowledged) return Infinity;
    return Math.max(0, this.#movedAt + followsWithinMs - performance.now());
  }

  /** Begins to write what was acknowledged, once what was begun before has ended. @throws LeaseLost */
  async follow(fence: number): Promise<void> {
    await this.#moving;
    const to = this.#acknowledged;
    if (!to) return;
    this.#acknowledged = undefined;
    this.#movedAt = performance.now();
    this.#moving = this.move(to, fence);
    this.#moving.catch((error: unknown) => (this.#failure = error));
  }

  /** @throws LeaseLost when what was begun could not be written, as another relay leads */
  check(): void {
    if (this.#failure !== undefined) throw this.#failure;
  }

  /** Resolves once what was begun is written. @throws LeaseLost when another relay leads */
  settled(): Promise<void> {
    return this.#moving;
  }

  private async move(to: LogCursor, fence: number): Promise<void> {
    await this.failpoint?.('before-checkpoint');
    await this.database.transaction(async (tx) => {
      await holdFence(tx, this.leaseName, fence);
      await tx.query(
        `insert into relay_checkpoints as c (name, fence, epoch, tx, position)
         values ('kafka', $1, $2, $3::text::xid8, $4::text::bigint)
         on conflict (name) do update
           set fence = excluded.fence, epoch = excluded.epoch, tx = excluded.tx, position = excluded.position
           where (c.epoch, c.tx, c.position) < (excluded.epoch, excluded.tx, excluded.position)`,
        [fence, to.epoch, to.tx, to.position],
      );
    });
  }
}
