import { Inject, Injectable } from '@nestjs/common';
import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { RUNTIME } from '#eventing';
import type { ServiceRuntime } from '#eventing';

const everyMs = 10 * 60_000;
/** At a time, so that no transaction takes long. */
const mostFiles = 20;

/**
 * Deletes what is left of files whose sender or service went away in the middle, and the content of files
 * whose customer was erased: nobody can open it any more, and now it takes no room either.
 */
@Injectable()
export class AttachmentSweep implements OnApplicationBootstrap, OnApplicationShutdown {
  #timer?: NodeJS.Timeout;
  #sweeping: Promise<void> = Promise.resolve();

  constructor(@Inject(RUNTIME) private readonly runtime: ServiceRuntime) {}

  onApplicationBootstrap(): void {
    this.#timer = setInterval(() => {
      this.#sweeping = this.sweep().catch((error: unknown) => {
        this.runtime.logger.warn({ err: error }, 'files could not be swept');
      });
    }, everyMs);
    this.#timer.unref();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.#timer);
    await this.#sweeping;
  }

  /** Safe in several replicas: each takes other files. Arriving keeps real time, so this does too. */
  async sweep(): Promise<void> {
    while ((await this.deleteAbandoned()) === mostFiles);
    while ((await this.deleteErased()) === mostFiles);
  }

  private async deleteAbandoned(): Promise<number> {
    const rows = await this.runtime.database.query(
      `delete from attachments where id in (
         select id from attachments where state = 'arriving' and started_at < now() - interval '1 hour'
          limit $1 for update skip locked) returning id`,
      [mostFiles],
    );
    return rows.length;
  }

  private async deleteErased(): Promise<number> {
    return this.runtime.database.transaction(async (tx) => {
      const rows = await tx.query<{ id: string }>(
        `update attachments set state = case state when 'kept' then 'erased' else state end,
                sealed_key = null, name = null, checksum = null where id in (
           select a.id from attachments a where a.name is not null
              and not exists (select 1 from keys.customer_keys k where k.key_id = a.key_id)
            limit $1 for update skip locked) returning id`,
        [mostFiles],
      );
      const ids = rows.map(({ id }) => id);
      await tx.query(`delete from attachment_parts where attachment_id = any($1::uuid[])`, [ids]);
      return rows.length;
    });
  }
}
