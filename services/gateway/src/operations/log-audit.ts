import { Inject, Injectable } from '@nestjs/common';
import type { AuditView } from '#contracts';
import { anchoragesOf, readAnchors, RUNTIME, verifyLog } from '#eventing';
import type { LogVerification, ServiceRuntime } from '#eventing';
import { recordAction } from './operator-actions.js';
import { writersOf } from './schemas.js';

/** Verifies every log on request, one run at a time, and keeps the last result. */
@Injectable()
export class LogAudit {
  #running?: Promise<void>;

  constructor(@Inject(RUNTIME) private readonly runtime: ServiceRuntime) {}

  get isRunning(): boolean {
    return this.#running !== undefined;
  }

  /** Begins a verification unless one runs already; its result is read with `last`. */
  start(actor: string): void {
    this.#running ??= this.run(actor)
      .catch((error: unknown) => {
        this.runtime.logger.error({ err: error }, 'the logs could not be verified');
      })
      .finally(() => {
        this.#running = undefined;
      });
  }

  async last(): Promise<AuditView['last']> {
    const [row] = await this.runtime.database.query<{
      startedAt: number;
      finishedAt: number;
      startedBy: string;
      logs: string;
    }>(
      `select started_at::float8 as "startedAt", finished_at::float8 as "finishedAt", started_by as "startedBy", logs
         from verifications order by finished_at desc limit 1`,
    );
    if (!row) return null;
    const logs = JSON.parse(row.logs) as LogVerification[];
    return {
      startedAt: new Date(row.startedAt).toISOString(),
      finishedAt: new Date(row.finishedAt).toISOString(),
      startedBy: row.startedBy,
      isClean: logs.every(({ findings }) => findings.length === 0),
      logs: logs.map(({ findings, ...log }) => ({
        ...log,
        findings: findings.map((finding) => ({ ...finding })),
      })),
    };
  }

  private async run(actor: string): Promise<void> {
    const { database, config, logger } = this.runtime;
    const { sealKey } = config;
    const startedAt = Date.now();
    const logs: LogVerification[] = [];
    const anchored = await readAnchors(anchoragesOf(config, 'clearline-audit', logger));
    for (const service of await writersOf(database)) {
      const anchors = anchored.get(service);
      logs.push(await verifyLog({ database, schema: service, service, sealKey, anchors }));
    }
    const findings = logs.reduce((sum, log) => sum + log.findings.length, 0);
    if (findings > 0) logger.error({ findings }, 'the logs are not as they were sealed');
    await database.transaction(async (tx) => {
      const now = Date.now();
      await tx.query(
        `insert into verifications (started_at, finished_at, started_by, logs) values ($1, $2, $3, $4)`,
        [startedAt, now, actor, JSON.stringify(logs)],
      );
      const selection = logs.map(({ service }) => service);
      const action = 'audit.verify';
      await recordAction(tx, { actor, action, service: 'all', affected: findings, selection }, now);
    });
  }
}
