import { Inject, Injectable } from '@nestjs/common';
import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { RUNTIME } from '#eventing';
import type { ServiceRuntime } from '#eventing';
import type { Tx } from '#platform';
import { CaseBatch } from '../cases/case-batch.js';
import { CASE_PARTS } from '../cases/case-parts.js';
import type { CaseParts } from '../cases/case-parts.js';
import { recordFailures } from './policy-applications.js';

/** Far below the time a transaction may take, whatever a case has of clocks. */
const chunkSize = 100;
const everyMs = 1_000;

interface Application {
  version: number;
  by: string;
  after: string;
}

/**
 * Takes open cases over to a policy, chunk by chunk: the cases and how far it came commit together, so a
 * process that dies in between leaves the rest to the next one, and no case is taken over twice. A case
 * that can't be taken over is named with its error and does not hold up the others.
 */
@Injectable()
export class PolicyApplier implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer?: NodeJS.Timeout;
  private running: Promise<void> = Promise.resolve();
  private isStopped = false;

  constructor(
    @Inject(RUNTIME) private readonly runtime: ServiceRuntime,
    @Inject(CASE_PARTS) private readonly parts: CaseParts,
  ) {}

  onApplicationBootstrap(): void {
    this.wake();
  }

  async onApplicationShutdown(): Promise<void> {
    this.isStopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  /** Looks at once, and again each second for what another replica was asked. */
  wake(): void {
    clearTimeout(this.timer);
    this.running = this.running
      .then(() => this.applyAll())
      .catch((error: unknown) => {
        this.runtime.logger.warn({ err: error }, 'a policy could not be applied; trying again');
      });
    void this.running.then(() => {
      if (this.isStopped) return;
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.wake(), everyMs).unref();
    });
  }

  private async applyAll(): Promise<void> {
    while (!this.isStopped && (await this.applyChunk()));
  }

  /** Whether there was something to apply. Beside other replicas, one at a time takes a chunk. */
  private applyChunk(): Promise<boolean> {
    const { database, clock } = this.runtime;
    return database.transaction(async (tx) => {
      const [application] = await tx.query<Application>(
        `select version, requested_by as by, after_id as after from policy_applications
          where finished_at is null order by version limit 1 for update skip locked`,
      );
      if (!application) return false;
      const rows = await tx.query<{ id: string }>(
        `select id from cases where id > $1::uuid and status not in ('closed', 'withdrawn', 'merged')
          order by id limit ${chunkSize}`,
        [application.after],
      );
      const ids = rows.map(({ id }) => id);
      const changed = ids.length > 0 ? await this.takeOver(tx, ids, application) : 0;
      await tx.query(
        `update policy_applications set after_id = coalesce($2::uuid, after_id), examined = examined + $3,
           changed = changed + $4, finished_at = $5 where version = $1`,
        [
          application.version,
          ids.at(-1) ?? null,
          ids.length,
          changed,
          ids.length < chunkSize ? clock.now() : null,
        ],
      );
      return true;
    });
  }

  private async takeOver(
    tx: Tx,
    ids: readonly string[],
    { version, by }: Application,
  ): Promise<number> {
    const batch = await CaseBatch.load(tx, ids, this.parts);
    await this.parts.policies.ensure(tx, [version]);
    const command = { type: 'apply-policy' as const, version, by };
    const now = this.runtime.clock.now();
    const failed: { caseId: string; error: string }[] = [];
    const changed = ids.filter((id) => {
      try {
        const events = batch.execute(id, command, now, { actor: by });
        return events.some(({ name }) => name === 'policyChanged');
      } catch (error) {
        // The decider throws before anything of the case has changed.
        failed.push({ caseId: id, error: error instanceof Error ? error.message : String(error) });
        this.runtime.logger.error({ err: error, caseId: id, version }, 'a case keeps its policy');
        return false;
      }
    });
    batch.flush(tx);
    if (failed.length > 0) await recordFailures(tx, version, failed);
    return changed.length;
  }
}
