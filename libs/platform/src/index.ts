// Signatures first, so that every folder compiles; each is replaced by its own file.
import type { KeyObject } from 'node:crypto';
import type { DynamicModule, PipeTransform, Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger as PinoLogger } from 'pino';
import type { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { ZodType } from 'zod';
import type { Envelope, Role } from '#contracts';

export type Row = Record<string, unknown>;
export interface Tx {
  query<T = Row>(sql: string, values?: unknown[]): Promise<T[]>;
}
export interface Migration {
  name: string;
  sql: string;
}
export interface Database extends Tx {
  readonly schema: string;
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}
export interface DatabaseOptions {
  url: string;
  schema: string;
  migrations: Migration[];
  poolSize?: number;
  applicationName: string;
  logger?: Logger;
}
export declare function openDatabase(options: DatabaseOptions): Promise<Database>;

export type Logger = PinoLogger;
export declare function createLogger(service: string, options?: { level?: string }): Logger;

export interface Clock {
  now(): number;
}
export declare function createClock(spec?: string): Clock;
export declare function newId(now: number): string;

export interface PlatformConfig {
  engine: 'embedded' | 'distributed';
  databaseUrl?: string;
  kafkaBrokers: string[];
  redisUrl?: string;
  host?: string;
  port: number;
  tls?: { cert: string; key: string };
  dataDir: string;
  masterKey: Buffer;
  sealKey: KeyObject;
  tokenKey: KeyObject;
  authIssuer?: string;
  authAudience?: string;
  smtpUrl?: string;
  otlpEndpoint?: string;
  logLevel: string;
  clock?: string;
  serviceUrls: Record<'intake' | 'escalation' | 'signals' | 'reporting', string>;
}
export declare class ConfigError extends Error {
  readonly problems: string[];
}
export declare function parsePlatformConfig(env: NodeJS.ProcessEnv): PlatformConfig;
export declare function readPlatformConfig(env?: NodeJS.ProcessEnv): PlatformConfig;

export interface EmbeddedPostgres {
  url: string;
  stop(): Promise<void>;
}
export declare function startEmbeddedPostgres(options: {
  dataDir: string;
  log: Logger;
}): Promise<EmbeddedPostgres>;

export type ProblemSlug =
  | 'validation'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'stale-version'
  | 'idempotency-conflict'
  | 'illegal-transition'
  | 'missing-evidence'
  | 'too-large'
  | 'unsupported-media-type'
  | 'rate-limited'
  | 'unavailable'
  | 'internal';
export interface FieldProblem {
  path: string;
  rule: string;
  message: string;
}
export interface ProblemOptions {
  detail?: string;
  errors?: FieldProblem[];
  extra?: Record<string, unknown>;
  retryAfter?: number;
  cause?: unknown;
}
export interface ProblemBody {
  type: string;
  title: string;
  status: number;
  detail?: string;
  errors?: FieldProblem[];
  [member: string]: unknown;
}
export declare class Problem extends Error {
  readonly slug: ProblemSlug;
  readonly status: number;
  readonly retryAfter?: number;
  readonly errors?: FieldProblem[];
  constructor(slug: ProblemSlug, options?: ProblemOptions);
  toBody(): ProblemBody;
}
/** Any thrown value as the problem a caller may see (for 207 items). */
export declare function toProblem(error: unknown): Problem;
export declare function zodProblem(error: import('zod').ZodError): Problem;
export declare function parseOrProblem<T>(schema: ZodType<T>, value: unknown): T;
/** Parameter decorators: the body or the query, checked by a zod schema. */
export declare function ZodBody(schema: ZodType): ParameterDecorator;
export declare function ZodQuery(schema: ZodType): ParameterDecorator;
export declare class ZodPipe implements PipeTransform {
  constructor(schema: ZodType);
  transform(value: unknown): unknown;
}

export interface Principal {
  sub: string;
  username: string;
  roles: Role[];
  agentId?: string;
  kind: 'user' | 'api-key';
}
export declare function Roles(...roles: Role[]): MethodDecorator & ClassDecorator;
export declare function Public(): MethodDecorator & ClassDecorator;
export declare function CurrentPrincipal(): ParameterDecorator;
export interface TokenVerifier {
  verify(token: string): Promise<Principal>;
}
export interface JsonWebKeySet {
  keys: Record<string, unknown>[];
}
export declare class TokenIssuer {
  constructor(options: { tokenKey: KeyObject; lifetimeSeconds?: number });
  issue(principal: Principal, lifetimeSeconds?: number): Promise<string>;
  jwks(): Promise<JsonWebKeySet>;
}
export declare function createTokenVerifier(
  config: Pick<PlatformConfig, 'tokenKey' | 'authIssuer' | 'authAudience'>,
): TokenVerifier;
export interface ApiKeyLookup {
  /** keyHash: hashApiKey(key). */
  findByHash(keyHash: string): Promise<Principal | undefined>;
}
export declare const apiKeyPrefix = 'clk_';
export declare function newApiKey(): string;
export declare function hashApiKey(key: string): string;

export interface ReadinessCheck {
  name: string;
  /** A reason when not ready, undefined when ready. */
  check(): Promise<string | undefined>;
}
export declare class HealthRegistry {
  add(check: ReadinessCheck): void;
  readiness(): Promise<{ ready: boolean; reasons: { name: string; reason: string }[] }>;
}
export declare class Metrics {
  readonly registry: Registry;
  counter(name: string, help: string, labelNames?: string[]): Counter;
  gauge(
    name: string,
    help: string,
    labelNames?: string[],
    collect?: (gauge: Gauge) => void | Promise<void>,
  ): Gauge;
  histogram(name: string, help: string, labelNames?: string[], buckets?: number[]): Histogram;
}

export interface RequestContext {
  correlationId: string;
  traceparent: string;
}
export declare function currentContext(): RequestContext | undefined;
/** Runs work under a (child) span of the given trace; correlationId is kept or made. */
export declare function runInSpan<T>(
  name: string,
  parent: Partial<RequestContext>,
  work: (context: RequestContext) => Promise<T>,
): Promise<T>;
export declare function startTracing(options: {
  service: string;
  otlpEndpoint?: string;
}): Promise<{ shutdown(): Promise<void> }>;

export declare class PersonalDataKeys {
  constructor(options: { masterKey: Buffer; clock: Clock });
  /** Creates schema `keys`; idempotent; call once at start in intake and escalation. */
  prepare(database: Database): Promise<void>;
  seal(tx: Tx, customerId: string, texts: string[]): Promise<Envelope[]>;
  sealMany(tx: Tx, items: { customerId: string; texts: string[] }[]): Promise<Envelope[][]>;
  /** undefined where the customer was erased. */
  open(tx: Tx, envelopes: Envelope[]): Promise<(string | undefined)[]>;
  erase(tx: Tx, customerId: string): Promise<boolean>;
  lookupHash(phone: string): string;
}

export interface ServiceAppOptions {
  service: string;
  logger: Logger;
  verifier: TokenVerifier;
  apiKeys?: ApiKeyLookup;
  health?: HealthRegistry;
  metrics?: Metrics;
  tls?: { cert: string; key: string };
  bodyLimitBytes?: number;
  /** Runs last in the graceful shutdown, after connections and modules closed (10 s budget). */
  onClosed?: () => Promise<void>;
}
/** HealthRegistry and Metrics are injectable everywhere (global module). Call app.listen(port, host) afterwards. */
export declare function createServiceApp(
  module: Type<unknown> | DynamicModule,
  options: ServiceAppOptions,
): Promise<NestFastifyApplication>;
