import 'reflect-metadata';
import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { AuthGuard } from '../auth/auth.guard.js';
import type { ApiKeyLookup } from '../auth/api-keys.js';
import type { TokenVerifier } from '../auth/tokens.js';
import type { Logger } from '../create-logger.js';
import { HealthRegistry } from '../health/health-registry.js';
import { HealthController } from '../health/health.controller.js';
import { ProgressController } from '../health/progress.controller.js';
import { MetricsController } from '../telemetry/metrics.controller.js';
import { Metrics } from '../telemetry/metrics.js';
import { noteRoutes } from './allowed-methods.js';
import { endStreams, type SignIns } from './end-streams.js';
import { stopOnSignals } from './graceful-shutdown.js';
import { parseBodies } from './parse-bodies.js';
import { refuseUnstorableAddresses } from './storable-text.js';
import { NestLogger } from './nest-logger.js';
import { ProblemFilter } from './problem.filter.js';
import { translateItems } from '../language/translate-items.js';
import { addRequestHooks } from './request-hooks.js';

/** With the address: a report that is drawn along a tree names each of its codes in it, Chinese ones at nine bytes a character. */
const mostHeaderBytes = 64 * 1024;
const defaultBodyLimitBytes = 4 * 1024 * 1024;

export interface ServiceAppOptions {
  service: string;
  logger: Logger;
  verifier: TokenVerifier;
  /** Only where keys are kept (the gateway); elsewhere API keys are refused. */
  apiKeys?: ApiKeyLookup;
  /** Only where accounts and keys are kept: streams end there with the sign-in that opened them. */
  signIns?: SignIns;
  health?: HealthRegistry;
  metrics?: Metrics;
  tls?: { cert: string; key: string };
  /** Addresses whose X-Forwarded headers are believed. */
  trustedProxies?: string[];
  /** Default 4 MB. */
  bodyLimitBytes?: number;
  /** Runs last in an orderly stop, after the connections and modules have closed. */
  onClosed?: () => Promise<void>;
  /** Default true; false where the caller stops the process itself, as tests do. */
  stopOnSignals?: boolean;
}

@Module({})
class PlatformModule {}

/**
 * A Nest application over Fastify with everything a service has in common: problem+json, sign-in on
 * every route, health, metrics, trace context, and an orderly stop on SIGINT and SIGTERM. Call
 * `listen` afterwards. HealthRegistry and Metrics can be injected everywhere.
 */
export async function createServiceApp(
  module: Type<unknown> | DynamicModule,
  options: ServiceAppOptions,
): Promise<NestFastifyApplication> {
  const { logger } = options;
  const health = options.health ?? new HealthRegistry();
  const metrics = options.metrics ?? new Metrics(options.service);
  const guard = new AuthGuard(options.verifier, options.apiKeys);
  const bodyLimit = options.bodyLimitBytes ?? defaultBodyLimitBytes;
  const adapter = new FastifyAdapter({
    bodyLimit,
    // Idle keep-alive sockets must not hold an orderly stop until its deadline.
    forceCloseConnections: 'idle',
    ...(options.tls
      ? { https: { ...options.tls, maxHeaderSize: mostHeaderBytes } }
      : { http: { maxHeaderSize: mostHeaderBytes } }),
    ...(options.trustedProxies ? { trustProxy: options.trustedProxies } : {}),
  });
  const fastify = adapter.getInstance<FastifyInstance>();
  noteRoutes(fastify);
  addRequestHooks(fastify, metrics, logger);
  if (options.signIns) endStreams(fastify, options.signIns);
  translateItems(fastify);
  const platform: DynamicModule = {
    module: PlatformModule,
    global: true,
    imports: [],
    controllers: [HealthController, ProgressController, MetricsController],
    providers: [
      { provide: HealthRegistry, useValue: health },
      { provide: Metrics, useValue: metrics },
      { provide: AuthGuard, useValue: guard },
    ],
    exports: [HealthRegistry, Metrics, AuthGuard],
  };
  const root: DynamicModule = { module: RootModule, imports: [platform, module] };
  const app = await NestFactory.create<NestFastifyApplication>(root, adapter, {
    logger: new NestLogger(logger),
    bodyParser: false,
    abortOnError: false,
  });
  parseBodies(fastify, bodyLimit);
  refuseUnstorableAddresses(fastify);
  app.useGlobalFilters(new ProblemFilter(logger));
  app.useGlobalGuards(guard);
  if (options.stopOnSignals ?? true) stopOnSignals({ app, health, logger, last: options.onClosed });
  return app;
}

@Module({})
class RootModule {}
