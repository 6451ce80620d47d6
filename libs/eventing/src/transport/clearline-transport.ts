import { EventEmitter } from 'node:events';
import { Server, type CustomTransportStrategy } from '@nestjs/microservices';
import type { ReadinessCheck } from '#platform';
import { BatchProcessor, type ProcessorOptions } from '../consume/batch-processor.js';
import type { EventHandler } from '../consume/handlers.js';
import { Precedence } from '../consume/precedence.js';
import { SecondChances } from '../consume/second-chances.js';
import { EmbeddedEngine } from '../embedded/embedded-engine.js';
import { replayProjections } from '../embedded/replay-projections.js';
import { DeadLetterCopier } from '../kafka/dead-letter-copier.js';
import { KafkaEngine } from '../kafka/kafka-engine.js';
import { collectHandlers } from './collect-handlers.js';
import type { Engine, LagReport, RebuildOptions, TransportOptions } from './transport-options.js';

// A type alias, because Nest asks for an index signature.
type TransportEvents = { failed: (error: unknown) => void };

/**
 * Delivers events to `@EventPattern` methods, on either engine: per key in order, each event's effects
 * once, in batches of one transaction. A handler does not know its engine.
 */
export class ClearlineTransport
  extends Server<TransportEvents, 'running' | 'stopped'>
  implements CustomTransportStrategy
{
  // The handler's own error decides between retry, parking and dead letter.
  override readonly propagatesEventHandlerErrors = true;
  readonly #emitter = new EventEmitter();
  #stopping = new AbortController();
  #engine?: Engine;
  #chances?: SecondChances;
  #copier?: DeadLetterCopier;
  #handlers = new Map<string, EventHandler>();

  constructor(private readonly options: TransportOptions) {
    super();
    this.transportId = options.transportId;
  }

  override on<K extends keyof TransportEvents>(event: K, callback: TransportEvents[K]): void {
    this.#emitter.on(event, callback);
  }

  override unwrap<T>(): T {
    return this.#engine as T;
  }

  /** Calls back when deliveries have begun, or with the reason why they can't. */
  override async listen(callback: (error?: unknown) => void): Promise<void> {
    try {
      this.#handlers = collectHandlers(this.messageHandlers);
      await this.start();
      callback();
    } catch (error) {
      callback(error);
    }
  }

  /** Lets running transactions end; nothing that was committed is delivered again. */
  override async close(): Promise<void> {
    await this.stop();
    this._status$.next('stopped');
  }

  async lag(): Promise<LagReport> {
    const { database, service } = this.options;
    const logs = (await this.#engine?.pending()) ?? [];
    const [counts] = await database.query<{ parked: number; dead: number }>(
      `select (select count(*) from parked) as parked, (select count(*) from dead_letters where state = 'dead') as dead`,
    );
    return {
      service,
      pending: logs.reduce((sum, { pending }) => sum + pending, 0),
      parked: Number(counts?.parked ?? 0),
      deadLetters: Number(counts?.dead ?? 0),
      logs,
    };
  }

  /** Fails when the consumer makes no progress, though the process looks healthy. */
  readiness(): ReadinessCheck {
    return {
      name: `events-${this.options.service}`,
      check: () =>
        Promise.resolve(this.#engine ? this.#engine.stalled() : 'the consumer is not running'),
    };
  }

  /**
   * Stops deliveries, runs `prepare`, replays every handled event to the projection handlers in log order,
   * and goes on where it stopped. When it is interrupted, run it again. On Kafka too it reads the writers'
   * logs: a topic keeps its events for weeks, the log keeps them all.
   */
  async rebuild(options: RebuildOptions): Promise<{ handled: number }> {
    const { engine, database } = this.options;
    const obstacle = await this.#engine?.rebuildObstacle?.();
    if (obstacle) throw new Error(obstacle);
    await this.stop();
    try {
      await database.transaction((tx) => options.prepare(tx));
      return await replayProjections({
        ...options,
        database,
        logs: engine.logs ?? [],
        hasCheckpoints: engine.kind === 'embedded',
        handlers: this.#handlers,
        clock: this.options.clock,
        scopes: this.options.scopes,
      });
    } finally {
      await this.start();
    }
  }

  private async start(): Promise<void> {
    this.#stopping = new AbortController();
    const processorOptions: ProcessorOptions = {
      ...this.options,
      handlers: this.#handlers,
      signal: this.#stopping.signal,
      onDue: () => this.#chances?.hint(),
    };
    const processor = new BatchProcessor(processorOptions);
    this.#chances = new SecondChances(processorOptions, processor);
    this.#engine = this.createEngine(processor);
    await this.#engine.start();
    this.#chances.start();
    this.#copier = this.createCopier();
    this.#copier?.start();
    this._status$.next('running');
  }

  private createEngine(processor: BatchProcessor): Engine {
    const { engine, database, logger, service, topics } = this.options;
    const { signal } = this.#stopping;
    const shared = { database, logger, processor, handlers: this.#handlers, signal };
    if (engine.kind === 'embedded') {
      const { logs, signal: pollSignal, workKind = 'reports' } = engine;
      const { precedence = new Precedence(), lanes = workKind === 'cases' ? 4 : 2 } = engine;
      return new EmbeddedEngine({ ...shared, logs, lanes, pollSignal, precedence, workKind });
    }
    const onFailed = (error: unknown) => this.#emitter.emit('failed', error);
    return new KafkaEngine({ ...shared, ...engine, service, topics, onFailed });
  }

  /** On the embedded engine there is no topic to copy to. */
  private createCopier(): DeadLetterCopier | undefined {
    const { engine, ...rest } = this.options;
    if (engine.kind === 'embedded') return undefined;
    const { signal } = this.#stopping;
    return new DeadLetterCopier({ ...rest, brokers: engine.brokers, signal });
  }

  private async stop(): Promise<void> {
    this.#stopping.abort();
    await Promise.all([this.#engine?.stop(), this.#chances?.stopped(), this.#copier?.stopped()]);
  }
}
