import {
  Inject,
  Injectable,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { RUNTIME } from '#eventing';
import type { ServiceRuntime } from '#eventing';
import { TokenIssuer } from '#platform';
import type { Principal, Tx } from '#platform';

/** So late at most is what another replica left, or what escalation could not be told. */
const lookEveryMs = 5_000;
/** By then no replica lets the account in any more, which could give its address again. */
const settledAfterMs = 2_000;
/** Its transaction is ended after 5 s. */
const answerMs = 3_000;
const tokenSeconds = 60;

/** Nobody in person: whoever disabled the account stands in the actions of operators. */
const ender: Principal = {
  sub: 'accounts',
  username: 'accounts',
  roles: ['admin'],
  kind: 'api-key',
};

/**
 * Ends the addresses of disabled accounts that alerts are mailed to. Escalation keeps them and knows no accounts; what
 * is to be ended is written down with the account's end and told until it is known there, once or more often.
 */
@Injectable()
export class EndChannels implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer?: NodeJS.Timeout;
  private isLooking = false;
  private isFailing = false;

  constructor(
    @Inject(RUNTIME) private readonly runtime: ServiceRuntime,
    @Inject(TokenIssuer) private readonly issuer: TokenIssuer,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.look(), lookEveryMs).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** An account was disabled here. */
  lookSoon(): void {
    setTimeout(() => void this.look(), settledAfterMs).unref();
  }

  private async look(): Promise<void> {
    if (this.isLooking) return;
    this.isLooking = true;
    const { database, logger, signal } = this.runtime;
    try {
      const settled = Date.now() - settledAfterMs;
      const rows = await database.query<{ account: string }>(
        `select account from channel_ends where since <= $1 order by since`,
        [settled],
      );
      for (const { account } of rows) {
        await database.transaction((tx) => this.end(tx, account, settled));
      }
      this.isFailing = false;
    } catch (error) {
      // Said once; each later look tries again.
      if (!this.isFailing && !signal.ended.aborted) {
        logger.warn({ err: error }, 'channels of disabled accounts not ended');
      }
      this.isFailing = true;
    } finally {
      this.isLooking = false;
    }
  }

  /** Restoring the account waits until it is told: an address that is given after that stays. */
  private async end(tx: Tx, account: string, settled: number): Promise<void> {
    const due = await tx.query(
      `select 1 from channel_ends where account = $1 and since <= $2 for update skip locked`,
      [account, settled],
    );
    // Restored meanwhile, or told by another replica.
    if (due.length === 0) return;
    await this.tell(account);
    await tx.query(`delete from channel_ends where account = $1`, [account]);
  }

  private async tell(account: string): Promise<void> {
    const authorization = `Bearer ${await this.issuer.issue(ender, tokenSeconds)}`;
    const { status } = await this.runtime.peers.delete(
      'escalation',
      `/api/v1/channels/of/${account}`,
      authorization,
      AbortSignal.timeout(answerMs),
    );
    // Nothing else is an end: an escalation that does not know this route yet answers 404.
    if (status !== 204) throw new Error(`escalation answers ${status}`);
  }
}
