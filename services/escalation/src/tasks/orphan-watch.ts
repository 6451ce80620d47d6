import { Inject, Injectable } from '@nestjs/common';
import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { RUNTIME } from '#eventing';
import type { ServiceRuntime } from '#eventing';
import { newId } from '#platform';

/** An event may well come ahead of its case; one whose case is still missing by then is for a person. */
const orphanAfterMs = 15 * 60_000;
const everyMs = 15_000;

/** Turns events that wait too long for their case into tasks, and closes the tasks of those that found it. */
@Injectable()
export class OrphanWatch implements OnApplicationBootstrap, OnApplicationShutdown {
  #timer?: NodeJS.Timeout;
  #looking: Promise<void> = Promise.resolve();

  constructor(@Inject(RUNTIME) private readonly runtime: ServiceRuntime) {}

  onApplicationBootstrap(): void {
    this.#timer = setInterval(() => {
      this.#looking = this.look().catch((error: unknown) => {
        this.runtime.logger.warn({ err: error }, 'orphans could not be looked for');
      });
    }, everyMs);
    this.#timer.unref();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.#timer);
    await this.#looking;
  }

  /** Parking keeps real time, so this does too. Safe in several replicas: one task an event. */
  async look(): Promise<void> {
    const now = Date.now();
    const { database } = this.runtime;
    const orphans = await database.query<object>(
      `select source, event_id, type as event_type, key as case_id, parked_at as waiting_since
         from parked p
        where reason = 'awaiting-case' and parked_at <= $1
          and not exists (select 1 from tasks t where t.source = p.source and t.event_id = p.event_id)
        order by number limit 500`,
      [now - orphanAfterMs],
    );
    if (orphans.length > 0) {
      await database.query(
        `insert into tasks (id, kind, source, event_id, event_type, case_id, waiting_since, created_at)
         select id, 'orphan', source, event_id, event_type, case_id, waiting_since, $2
           from json_to_recordset($1::json) as r(id uuid, source text, event_id text, event_type text,
                  case_id text, waiting_since bigint)
         on conflict do nothing`,
        [JSON.stringify(orphans.map((orphan) => ({ ...orphan, id: newId(now) }))), now],
      );
      this.runtime.logger.warn({ orphans: orphans.length }, 'events wait for their case in vain');
    }
    await database.query(
      `update tasks t set closed_at = $1, closed_by = 'system', outcome = i.outcome
         from inbox i
        where t.closed_at is null and i.source = t.source and i.id = t.event_id and i.outcome in ('handled', 'discarded')`,
      [now],
    );
  }
}
