import type { Queries } from '#platform';

export interface DeadLetter {
  id: string;
  eventId: string;
  source: string;
  type: string;
  topic: string;
  key: string;
  reason: string;
  detail: string;
  state: 'dead' | 'redrive' | 'redriven' | 'discarded';
  failedAt: number;
  replays: number;
  resolvedBy?: string;
  resolvedAt?: number;
}

export interface ParkedEvent {
  id: string;
  eventId: string;
  source: string;
  type: string;
  topic: string;
  key: string;
  reason: string;
  detail: string;
  attempts: number;
  parkedAt: number;
  /** undefined: waits for a person. */
  nextAttemptAt?: number;
}

export interface ListOptions {
  /** The id of the last item of the page before. */
  after?: string;
  /** Default 100, at most 1 000. */
  limit?: number;
  state?: DeadLetter['state'];
  reason?: string;
  type?: string;
}

export interface RedriveOptions {
  /** Spreads a bulk redrive: this many a second, in the order of the ids. Default: all at once. */
  perSecond?: number;
}

/** Redriving a poison again and again is a loop, not a repair: after so many replays it is refused. */
export const mostReplays = 10;

/**
 * A service's dead letters and parked events. Works from any process: a redrive is a mark that the
 * service's own transport picks up, so the event goes to this one consumer only. No bodies are listed.
 */
export class FailureDesk {
  readonly #schema: string;

  constructor(
    private readonly database: Queries,
    options: { schema?: string } = {},
  ) {
    this.#schema = options.schema ? `${options.schema}.` : '';
  }

  async listDeadLetters(options: ListOptions = {}): Promise<DeadLetter[]> {
    return this.page<DeadLetter>(
      `select number::text as id, event_id as "eventId", source, type, topic, key, reason, detail, state,
              failed_at::float8 as "failedAt", replays, resolved_by as "resolvedBy", resolved_at::float8 as "resolvedAt"
         from ${this.#schema}dead_letters
        where number > $1 and ($3::text is null or state = $3) and ($4::text is null or reason = $4)
          and ($5::text is null or type = $5) order by number limit $2`,
      options,
      [options.state ?? null, options.reason ?? null, options.type ?? null],
    );
  }

  /** How many parked events wait, by reason and type. */
  async parkedReasons(): Promise<{ reason: string; type: string; count: number }[]> {
    return this.database.query(
      `select reason, type, count(*)::int as count from ${this.#schema}parked
        group by reason, type order by 3 desc, 1, 2`,
    );
  }

  /** How many dead letters of each reason and type wait for a decision. */
  async reasons(): Promise<{ reason: string; type: string; count: number }[]> {
    return this.database.query(
      `select reason, type, count(*)::int as count from ${this.#schema}dead_letters
        where state = 'dead' group by reason, type order by 3 desc, 1, 2`,
    );
  }

  /** Marks dead letters to be handled again, late; returns how many were still dead. */
  async redriveDeadLetters(
    ids: string[],
    actor: string,
    options: RedriveOptions = {},
  ): Promise<number> {
    return this.count(
      `update ${this.#schema}dead_letters d
          set state = 'redrive', replays = replays + 1, resolved_by = $2, resolved_at = $3,
              redrive_at = $3 + ((chosen.ord - 1) * $4::float8)::bigint
         from unnest($1::bigint[]) with ordinality as chosen (number, ord)
        where d.number = chosen.number and state = 'dead' and replays < ${mostReplays} returning 1`,
      ids,
      actor,
      [everyMs(options)],
    );
  }

  async discardDeadLetters(ids: string[], actor: string): Promise<number> {
    return this.count(
      `with gone as (
         update ${this.#schema}dead_letters set state = 'discarded', resolved_by = $2, resolved_at = $3
          where number = any($1::bigint[]) and state = 'dead' returning source, event_id, reason
       ), settled as (
         update ${this.#schema}inbox i set outcome = 'discarded' from gone
          where i.source = gone.source and i.id = gone.event_id and i.outcome = 'dead'
       ) select 1 from gone`,
      ids,
      actor,
    );
  }

  async listParked(options: Omit<ListOptions, 'state'> = {}): Promise<ParkedEvent[]> {
    return this.page<ParkedEvent>(
      `select number::text as id, event_id as "eventId", source, type, topic, key, reason, detail, attempts,
              parked_at::float8 as "parkedAt", next_attempt_at::float8 as "nextAttemptAt"
         from ${this.#schema}parked
        where number > $1 and ($3::text is null or reason = $3) and ($4::text is null or type = $4)
        order by number limit $2`,
      options,
      [options.reason ?? null, options.type ?? null],
    );
  }

  /** Lets parked events try again at once, with all their attempts; an event behind another still waits for it. */
  async redriveParked(ids: string[], actor: string, options: RedriveOptions = {}): Promise<number> {
    return this.count(
      `update ${this.#schema}parked p
          set attempts = 0, next_attempt_at = $3 + ((chosen.ord - 1) * $4::float8)::bigint, redriven_by = $2, redriven_at = $3
         from unnest($1::bigint[]) with ordinality as chosen (number, ord)
        where p.number = chosen.number returning 1`,
      ids,
      actor,
      [everyMs(options)],
    );
  }

  /** Gives parked events up; they stay readable among the dead letters, as discarded. */
  async discardParked(ids: string[], actor: string): Promise<number> {
    return this.count(
      `with gone as (
         delete from ${this.#schema}parked where number = any($1::bigint[]) returning *
       ), kept as (
         insert into ${this.#schema}dead_letters
           (topic, key, source, event_id, type, record, body, reason, detail, state, failed_at, resolved_by, resolved_at)
         select topic, key, source, event_id, type, record, convert_to(record::json ->> 'body', 'UTF8'), reason, detail,
                'discarded', parked_at, $2, $3 from gone
       ), settled as (
         update ${this.#schema}inbox i set outcome = 'discarded' from gone
          where i.source = gone.source and i.id = gone.event_id and i.outcome = 'parked'
       ) select 1 from gone`,
      ids,
      actor,
    );
  }

  private async page<T>(sql: string, options: ListOptions, more: unknown[] = []): Promise<T[]> {
    const limit = Math.min(options.limit ?? 100, 1_000);
    const rows = await this.database.query<Record<string, unknown>>(sql, [
      options.after ?? '0',
      limit,
      ...more,
    ]);
    return rows.map((row) => {
      const known = Object.entries(row).filter(([, value]) => value !== null);
      return Object.fromEntries(known) as T;
    });
  }

  private async count(
    sql: string,
    ids: string[],
    actor: string,
    more: unknown[] = [],
  ): Promise<number> {
    const rows = await this.database.query(sql, [ids, actor, Date.now(), ...more]);
    return rows.length;
  }
}

const everyMs = ({ perSecond }: RedriveOptions): number =>
  perSecond === undefined ? 0 : 1_000 / perSecond;
