import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Database, Logger } from '#platform';
import type { LogSignal } from '../consume/log-signal.js';
import type { LogCursor, LogEvent } from '../store/stored-event.js';
import { Wakeable } from '../wakeable.js';
import { beginEventStream } from './begin-event-stream.js';
import type { LogTail } from './log-tail.js';

const heartbeatMs = 15_000;

export interface LogStreamOptions {
  database: Database;
  /** Whose log is followed. */
  schema: string;
  signal: LogSignal;
  /** Of that log; streams of one process share it. */
  tail: LogTail;
  logger: Logger;
  /** What any subscriber is sent for an event; undefined passes it over. Asked once for many subscribers. */
  select(event: LogEvent): object | undefined;
}

/** What one subscriber is sent of what any may be. */
export interface Subscription {
  /** All types where none are named. */
  types?: readonly string[] | undefined;
  /** Of all keys where none is named. */
  key?: string | undefined;
  /** Those of some events that they may not see: asked of every page before it is sent. */
  hidden?(events: readonly LogEvent[]): Promise<ReadonlySet<LogEvent>>;
}

/**
 * Server-sent events straight from a service's log: the SSE id is the log cursor, so `Last-Event-ID`
 * resumes without a gap or a repeat, on any replica. Without it the stream begins at the present. Where it is by then is
 * said at the beginning and while nothing comes, so that whoever was sent nothing yet misses nothing either, and whoever
 * is sent little does not read on from far behind.
 */
export class LogStream {
  /** Events are shared by the subscribers of a process, and so is the text that is made of each. */
  readonly #frames = new WeakMap<LogEvent, string>();

  constructor(private readonly options: LogStreamOptions) {}

  /** Serves one subscriber until it disconnects. */
  async serve(
    request: FastifyRequest,
    reply: FastifyReply,
    subscription: Subscription,
  ): Promise<void> {
    const last = request.headers['last-event-id'];
    let cursor = typeof last === 'string' ? parseCursor(last) : undefined;
    const wasExpired = typeof last === 'string' && !cursor;
    cursor ??= await this.present();
    const response = beginEventStream(reply);
    if (!response) return;
    const connected = `id: ${formatCursor(cursor)}\n: connected\n\n`;
    response.write(wasExpired ? 'event: reset\ndata: {}\n\n' : connected);
    await this.follow(cursor, response, subscription);
  }

  private async follow(
    start: LogCursor,
    response: FastifyReply['raw'],
    { types, key, hidden }: Subscription,
  ): Promise<void> {
    let cursor = start;
    const wait = new Wakeable();
    const wake = () => wait.wake();
    const stopFollowing = this.options.tail.follow(wake);
    const { ended } = this.options.signal;
    let isOpen = true;
    const leave = () => {
      isOpen = false;
      wake();
    };
    response.on('close', leave);
    ended.addEventListener('abort', leave);
    let quietSince = performance.now();
    try {
      while (isOpen && !ended.aborted) {
        const events = await this.options.tail.after(cursor);
        const chosen = events.filter(
          (event) =>
            (types?.includes(event.type) ?? true) &&
            (key === undefined || event.key === key) &&
            this.frameOf(event) !== '',
        );
        const withheld = chosen.length > 0 ? await hidden?.(chosen) : undefined;
        for (const event of chosen) {
          // Whoever it was for may not read it any more.
          if (response.writableEnded) return;
          if (withheld?.has(event)) continue;
          quietSince = performance.now();
          if (!response.write(this.frameOf(event))) await drained(response, ended);
        }
        cursor = events.at(-1)?.cursor ?? cursor;
        if (!response.writableEnded && performance.now() - quietSince > heartbeatMs) {
          quietSince = performance.now();
          response.write(`id: ${formatCursor(cursor)}\n: still here\n\n`);
        }
        if (events.length > 0) continue;
        await wait.sleep(Math.ceil(heartbeatMs - (performance.now() - quietSince)));
      }
    } catch (error) {
      this.options.logger.warn({ err: error, log: this.options.schema }, 'stream ended');
    } finally {
      stopFollowing();
      ended.removeEventListener('abort', leave);
      response.end();
    }
  }

  /** Empty for what nobody is sent. */
  private frameOf(event: LogEvent): string {
    const known = this.#frames.get(event);
    if (known !== undefined) return known;
    const data = this.options.select(event);
    const id = formatCursor(event.cursor);
    const frame = data ? `id: ${id}\nevent: ${event.type}\ndata: ${JSON.stringify(data)}\n\n` : '';
    this.#frames.set(event, frame);
    return frame;
  }

  private async present(): Promise<LogCursor> {
    const [row] = await this.options.database.query<LogCursor>(
      `select epoch, tx::text as tx, position::text as position from ${this.options.schema}.events e
        order by e.epoch desc, e.tx desc, e.position desc limit 1`,
    );
    return row ?? { epoch: 0, tx: '0', position: '0' };
  }
}

const formatCursor = ({ epoch, tx, position }: LogCursor) => `${epoch}.${tx}.${position}`;

function parseCursor(text: string): LogCursor | undefined {
  const match = /^(\d{1,9})\.(\d{1,20})\.(\d{1,19})$/.exec(text);
  return match ? { epoch: Number(match[1]), tx: match[2]!, position: match[3]! } : undefined;
}

/** A slow reader holds back only its own stream; one that left frees it, and so does the end of the process. */
function drained(response: FastifyReply['raw'], ended: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      response.off('drain', done);
      response.off('close', done);
      ended.removeEventListener('abort', done);
      resolve();
    };
    response.once('drain', done);
    response.once('close', done);
    ended.addEventListener('abort', done);
  });
}
