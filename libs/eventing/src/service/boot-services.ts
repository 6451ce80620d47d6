import { Module, type DynamicModule } from '@nestjs/common';
import type { NestMicroservice } from '@nestjs/microservices';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import {
  createClock,
  createLogger,
  createServiceApp,
  createTokenVerifier,
  HealthRegistry,
  openDatabase,
  PersonalDataKeys,
  startTracing,
  type ApiKeyLookup,
  type Database,
  type Logger,
  type PlatformConfig,
  type SignIns,
  type TokenVerifier,
} from '#platform';
import { LogSignal } from '../consume/log-signal.js';
import { Precedence } from '../consume/precedence.js';
import { KafkaRelay } from '../kafka/kafka-relay.js';
import { anchoragesOf } from '../seal/anchorages-of.js';
import { LogSealer } from '../seal/log-sealer.js';
import { EventStore } from '../store/event-store.js';
import { ClearlineTransport } from '../transport/clearline-transport.js';
import { OriginalErrorFilter } from '../transport/original-error-filter.js';
import type { EngineOptions, LagReport } from '../transport/transport-options.js';
import { Peers } from './peers.js';
import { ProjectionRebuild } from './projection-rebuild.js';
import { reportProgress } from './report-progress.js';
import {
  serviceTransport,
  type ServiceDefinition,
  type ServiceRuntime,
} from './service-definition.js';

/** Services whose logs others read: as they grow on the embedded engine, to rebuild on both. */
const writers = ['intake', 'escalation', 'signals'];

export interface BootOptions {
  /** Sign-in beyond tokens: where API keys and revoked tokens are looked up, and what ends streams that are open. */
  access?: (databases: ReadonlyMap<string, Database>) => Promise<{
    verifier?: TokenVerifier;
    apiKeys?: ApiKeyLookup;
    signIns?: SignIns;
  }>;
  defaultHost: string;
  /** Runs last in an orderly stop: the embedded database, say. */
  onClosed?: () => Promise<void>;
  stopOnSignals?: boolean;
}

export interface RunningServices {
  readonly url: string;
  readonly app: NestFastifyApplication;
  readonly runtimes: ReadonlyMap<string, ServiceRuntime>;
  /** What each subscribing service still has to handle. */
  lags(): Promise<LagReport[]>;
  transports(): readonly ClearlineTransport[];
  close(): Promise<void>;
}

@Module({})
class ComposedServices {}

/**
 * Boots services in one process: a database each, one Nest application over all of them, one transport
 * per subscribing service on the engine that the configuration names.
 */
export async function bootServices(
  definitions: readonly ServiceDefinition[],
  config: PlatformConfig & { databaseUrl: string },
  options: BootOptions,
): Promise<RunningServices> {
  const clock = createClock(config.clock);
  const service = definitions.length === 1 ? definitions[0]!.name : 'standalone';
  const logger = createLogger(service, { level: config.logLevel });
  const tracing = await startTracing({ service, otlpEndpoint: config.otlpEndpoint });
  const signal = new LogSignal();
  const precedence = new Precedence();
  const health = new HealthRegistry();
  const keys = new PersonalDataKeys({ masterKey: config.masterKey, clock });
  const together = new Set(definitions.map(({ name }) => name));
  const peers = new Peers(config.serviceUrls, together);
  const databases = new Map<string, Database>();
  const runtimes = new Map<string, ServiceRuntime>();
  for (const { name, migrations, workKind } of definitions) {
    const database = await openDatabase({
      url: config.databaseUrl,
      schema: name,
      migrations,
      applicationName: `clearline-${name}`,
      // Its lanes and its timers must not wait for each other's connections.
      ...(workKind === 'cases' && { poolSize: 8 }),
      logger,
    });
    databases.set(name, database);
    const events = new EventStore({ schema: name, source: `urn:clearline:${name}`, clock, signal });
    const common = { config, clock, keys, signal, precedence, health, peers, together };
    runtimes.set(name, {
      service: name,
      logger: createLogger(name, { level: config.logLevel }),
      database,
      events,
      ...common,
    });
    health.add({ name: `database:${name}`, check: () => answers(database) });
  }
  const anyDatabase = [...databases.values()][0];
  if (anyDatabase) await keys.prepare(anyDatabase);

  const access = (await options.access?.(databases)) ?? {};
  let stopPublishers = () => Promise.resolve();
  const closeAll = async () => {
    await stopPublishers();
    for (const database of databases.values()) await database.close();
    peers.close();
    await tracing.shutdown();
    await options.onClosed?.();
  };
  const modules = definitions.map((definition) =>
    definition.module(runtimes.get(definition.name)!),
  );
  const root: DynamicModule = { module: ComposedServices, imports: modules };
  const app = await createServiceApp(root, {
    service,
    logger,
    verifier: access.verifier ?? createTokenVerifier(config),
    apiKeys: access.apiKeys,
    signIns: access.signIns,
    health,
    tls: config.tls,
    trustedProxies: config.trustedProxies,
    onClosed: closeAll,
    stopOnSignals: options.stopOnSignals ?? true,
  });
  const fastify = app.getHttpAdapter().getInstance() as FastifyInstance;
  // Live streams and callers that wait would hold the stop until they are cut.
  fastify.addHook('preClose', (done) => {
    signal.end();
    done();
  });
  const transports = connectTransports(app, definitions, runtimes, signal);
  const publishing = definitions.filter(({ writesEvents }) => writesEvents);
  stopPublishers = await startPublishers(
    config,
    publishing.map(({ name }) => runtimes.get(name)!),
    logger,
  );
  // First, and so only once: a microservice that starts before would run the hooks of every module again.
  await app.init();
  await app.startAllMicroservices();
  for (const { projections } of runtimes.values()) await projections?.resume();
  const host = config.host ?? options.defaultHost;
  await app.listen(config.port, host);
  const url = (await app.getUrl()).replace('[::1]', 'localhost').replace('127.0.0.1', 'localhost');
  peers.attach(await app.getUrl(), config.tls?.cert);
  return {
    url,
    app,
    runtimes,
    transports: () => transports,
    lags: () => Promise.all(transports.map((transport) => transport.lag())),
    close: async () => {
      await app.close();
      await closeAll();
    },
  };
}

/** Seals every log that is written here; on Kafka also publishes it. Returns what stops them. */
async function startPublishers(
  config: PlatformConfig,
  runtimes: readonly ServiceRuntime[],
  logger: Logger,
): Promise<() => Promise<void>> {
  const { engine, sealKey, kafkaBrokers: brokers } = config;
  const running: { stop(): Promise<void> }[] = [];
  const anchorages = anchoragesOf(config, 'clearline-seals', logger);
  for (const runtime of runtimes) {
    const { service, database, logger: log, signal } = runtime;
    const sealer = new LogSealer({ database, service, sealKey, anchorages, logger: log });
    sealer.start();
    running.push(sealer);
    if (engine === 'embedded') continue;
    const relay = new KafkaRelay({ database, service, brokers, signal, logger: log });
    await relay.start();
    running.push(relay);
    reportProgress(runtime, 'publishing', async () => [await relay.unsent()]);
  }
  return async () => {
    for (const publisher of running) await publisher.stop();
    for (const anchorage of anchorages) await anchorage.close();
  };
}

function connectTransports(
  app: NestFastifyApplication,
  definitions: readonly ServiceDefinition[],
  runtimes: ReadonlyMap<string, ServiceRuntime>,
  signal: LogSignal,
): ClearlineTransport[] {
  return definitions
    .map((definition) => {
      const { engine } = runtimes.get(definition.name)!.config;
      const inbound = engine === 'embedded' ? [] : (definition.inbound ?? []);
      return { definition, topics: [...definition.subscribes, ...inbound] };
    })
    .filter(({ topics }) => topics.length > 0)
    .map(({ definition, topics }) => {
      const runtime = runtimes.get(definition.name)!;
      const engine: EngineOptions =
        runtime.config.engine === 'embedded'
          ? {
              kind: 'embedded',
              signal,
              precedence: runtime.precedence,
              workKind: definition.workKind,
              logs: writers
                .filter((name) => runtimes.has(name))
                .map((name) => ({ schema: name, service: name })),
            }
          : {
              kind: 'kafka',
              brokers: runtime.config.kafkaBrokers,
              // Signals and reports follow; cases, and what other systems file, have callers and clocks.
              gathers: definition.workKind !== 'cases' && definition.inbound === undefined,
              logs: writers.map((name) => ({ schema: name, service: name })),
            };
      const transport = new ClearlineTransport({
        service: definition.name,
        database: runtime.database,
        topics,
        engine,
        scopes: definition.scopes?.(runtime),
        clock: runtime.clock,
        logger: runtime.logger,
        transportId: serviceTransport(definition.name),
      });
      const microservice = app.connectMicroservice(
        { strategy: transport },
        { deferInitialization: true },
      );
      microservice.useGlobalFilters(new OriginalErrorFilter());
      (microservice as NestMicroservice).setIsInitHookCalled(true);
      runtime.health.add(transport.readiness());
      reportProgress(runtime, 'handling', async () => (await transport.lag()).logs);
      if (definition.readModels) {
        const { service, database, logger } = runtime;
        const { readModels } = definition;
        runtime.projections = new ProjectionRebuild({
          service,
          database,
          transport,
          readModels,
          logger,
        });
        runtime.health.add(runtime.projections.readiness());
      }
      // Its engine gave up after bounded restarts: a supervisor starts the process anew.
      transport.on('failed', (error) => {
        runtime.logger.fatal({ err: error }, 'deliveries failed for good');
        process.exit(1);
      });
      return transport;
    });
}

async function answers(database: Database): Promise<string | undefined> {
  try {
    await database.query('select 1');
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : 'does not answer';
  }
}
