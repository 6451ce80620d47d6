import { accessSync, constants, mkdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import ipaddr from 'ipaddr.js';
import { z } from 'zod';
import { createClock } from '../clock.js';
import { readSecrets, type Secrets } from './secrets.js';

/** Everything the processes read from their environment, checked before Nest starts. */
export interface PlatformConfig extends Secrets {
  engine: 'embedded' | 'distributed';
  /** Absent on the embedded engine: its launcher gives the address. */
  databaseUrl?: string;
  kafkaBrokers: string[];
  redisUrl?: string;
  /** Absent when HOST is not set: each service chooses its default. */
  host?: string;
  port: number;
  /** Contents of the files that TLS_CERT and TLS_KEY name. */
  tls?: { cert: string; key: string };
  /** Addresses whose X-Forwarded headers are believed; absent believes nobody. */
  trustedProxies?: string[];
  /** Where the built console lies; absent takes the one that was built with the program. */
  consoleDir?: string;
  /** Absolute path. */
  dataDir: string;
  authIssuer?: string;
  authAudience?: string;
  /** How long the issuer's keys are used before they are fetched again. */
  authKeysSeconds?: number;
  /** Of the first administrator; without it one is made and printed once. */
  adminPassword?: string;
  /** Mails go out through it; without it nobody can have alerts mailed. */
  smtpUrl?: string;
  /** Who the mails are from. */
  mailFrom?: string;
  /** Where people reach the product: links in mails begin with it. Set wherever `smtpUrl` is. */
  publicUrl?: string;
  /** Webhooks may go into the own network, and over plain http. */
  allowPrivateTargets?: boolean;
  otlpEndpoint?: string;
  logLevel: string;
  clock?: string;
  /** Where the gateway finds the services when they run on their own. */
  serviceUrls: Record<'intake' | 'escalation' | 'signals' | 'reporting', string>;
}

/** The environment cannot be used; `problems` lists every reason, without secret values. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  constructor(readonly problems: string[]) {
    const [first = '', ...more] = problems;
    const list = more.length > 0 ? problems.map((p) => `\n  - ${p}`).join('') : ` ${first}`;
    super(`The environment cannot be used:${list}`);
  }
}

const url = (...protocols: string[]) =>
  z.string().refine((text) => protocols.includes(protocolOf(text)), {
    error: `must be an address that starts with ${protocols.map((p) => `${p}//`).join(' or ')}`,
  });
const httpUrl = url('http:', 'https:').transform((text) => text.replace(/\/+$/, ''));

const environment = z.object({
  DATABASE_URL: url('postgres:', 'postgresql:').optional(),
  KAFKA_BROKERS: z
    .string()
    .transform((text) => text.split(',').map((broker) => broker.trim()))
    .pipe(
      z.array(z.string().regex(/^[^\s:]+:\d+$|^\[.+\]:\d+$/, 'must be host:port, comma separated')),
    )
    .optional(),
  REDIS_URL: url('redis:', 'rediss:').optional(),
  HOST: z.string().optional(),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a whole number from 0 to 65535')
    .transform(Number)
    .refine((port) => port <= 65_535, 'must be a whole number from 0 to 65535')
    .default(3000),
  TLS_CERT: z.string().optional(),
  TLS_KEY: z.string().optional(),
  TRUSTED_PROXIES: z
    .string()
    .transform((text) => text.split(',').map((proxy) => proxy.trim()))
    .pipe(z.array(z.string().refine(isProxy, 'must be addresses or networks such as 10.0.0.0/8')))
    .optional(),
  CLEARLINE_CONSOLE: z.string().optional(),
  CLEARLINE_DATA: z.string().default('.clearline'),
  CLEARLINE_CLOCK: z.string().optional(),
  AUTH_ISSUER: httpUrl.optional(),
  AUTH_AUDIENCE: z.string().optional(),
  AUTH_KEYS_SECONDS: z.coerce.number().int().min(1).max(86_400).optional(),
  CLEARLINE_ADMIN_PASSWORD: z.string().min(10, 'must have at least 10 characters').optional(),
  SMTP_URL: url('smtp:', 'smtps:').optional(),
  CLEARLINE_MAIL_FROM: z.email('must be an e-mail address').optional(),
  CLEARLINE_PUBLIC_URL: httpUrl.optional(),
  WEBHOOK_PRIVATE_TARGETS: z.enum(['refuse', 'allow']).default('refuse'),
  OTEL_EXPORTER_OTLP_ENDPOINT: httpUrl.optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  INTAKE_URL: httpUrl.default('http://localhost:3001'),
  ESCALATION_URL: httpUrl.default('http://localhost:3002'),
  SIGNALS_URL: httpUrl.default('http://localhost:3003'),
  REPORTING_URL: httpUrl.default('http://localhost:3004'),
});

/**
 * The typed configuration of an environment; empty variables count as unset. On the embedded engine
 * it makes missing secrets once under CLEARLINE_DATA. Throws a ConfigError with every problem found.
 */
export function parsePlatformConfig(env: Record<string, string | undefined>): PlatformConfig {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const problems: string[] = [];
  const parsed = environment.safeParse(set);
  if (!parsed.success) {
    for (const issue of parsed.error.issues) {
      problems.push(`${String(issue.path[0] ?? '')}: ${issue.message}`);
    }
  }
  problems.push(...presetProblems(set));
  const embedded = !set.DATABASE_URL && !set.KAFKA_BROKERS;
  const dataDir = resolve(set.CLEARLINE_DATA ?? '.clearline');
  const clockProblem = problemOf(() => createClock(set.CLEARLINE_CLOCK));
  if (clockProblem) problems.push(`CLEARLINE_CLOCK: ${clockProblem}`);
  const tls = readTls(set.TLS_CERT, set.TLS_KEY, (text) => problems.push(text));
  // A refused start leaves nothing behind: secrets are made only for an environment that works.
  const mayMake = embedded && problems.length === 0 && isWritable(dataDir, problems);
  const secrets =
    embedded && !mayMake
      ? {}
      : readSecrets(set, mayMake ? dataDir : undefined, (text) => problems.push(text));
  const { masterKey, sealKey, tokenKey, previousTokenKey } = secrets;
  if (!parsed.success || problems.length > 0 || !masterKey || !sealKey || !tokenKey) {
    throw new ConfigError(problems);
  }
  const values = parsed.data;
  return {
    engine: embedded ? 'embedded' : 'distributed',
    databaseUrl: values.DATABASE_URL,
    kafkaBrokers: values.KAFKA_BROKERS ?? [],
    redisUrl: values.REDIS_URL,
    host: values.HOST,
    port: values.PORT,
    tls,
    trustedProxies: values.TRUSTED_PROXIES,
    consoleDir: values.CLEARLINE_CONSOLE && resolve(values.CLEARLINE_CONSOLE),
    dataDir,
    masterKey,
    sealKey,
    tokenKey,
    previousTokenKey,
    authIssuer: values.AUTH_ISSUER,
    authAudience: values.AUTH_AUDIENCE,
    authKeysSeconds: values.AUTH_KEYS_SECONDS,
    adminPassword: values.CLEARLINE_ADMIN_PASSWORD,
    smtpUrl: values.SMTP_URL,
    mailFrom: values.CLEARLINE_MAIL_FROM,
    publicUrl: values.CLEARLINE_PUBLIC_URL,
    allowPrivateTargets: values.WEBHOOK_PRIVATE_TARGETS === 'allow',
    otlpEndpoint: values.OTEL_EXPORTER_OTLP_ENDPOINT,
    logLevel: values.LOG_LEVEL,
    clock: values.CLEARLINE_CLOCK,
    serviceUrls: {
      intake: values.INTAKE_URL,
      escalation: values.ESCALATION_URL,
      signals: values.SIGNALS_URL,
      reporting: values.REPORTING_URL,
    },
  };
}

/** parsePlatformConfig for a program's start: prints every problem to stderr and exits with 1. */
export function readPlatformConfig(
  env: Record<string, string | undefined> = process.env,
): PlatformConfig {
  try {
    return parsePlatformConfig(env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

/**
 * Variables that need or exclude each other. Two presets only: a half-distributed start would lose its log or
 * its data with the machine.
 */
function presetProblems(set: Record<string, string | undefined>): string[] {
  const problems: string[] = [];
  if (set.DATABASE_URL && !set.KAFKA_BROKERS) {
    problems.push(
      'DATABASE_URL is set without KAFKA_BROKERS: services on their own database read each other ' +
        'only through Kafka; set both, or neither for the embedded engine',
    );
  }
  if (set.KAFKA_BROKERS && !set.DATABASE_URL) {
    problems.push(
      'KAFKA_BROKERS is set without DATABASE_URL: the embedded database serves one machine and is ' +
        'its own log; set both, or neither for the embedded engine',
    );
  }
  if (set.REDIS_URL && !set.DATABASE_URL && !set.KAFKA_BROKERS) {
    problems.push(
      'REDIS_URL is set on the embedded engine, which keeps timers in its own database; ' +
        'set DATABASE_URL and KAFKA_BROKERS too, or unset REDIS_URL',
    );
  }
  if (set.SMTP_URL && !set.CLEARLINE_PUBLIC_URL) {
    problems.push(
      'SMTP_URL is set without CLEARLINE_PUBLIC_URL: mails hold links that begin with the address ' +
        'at which people reach Clearline',
    );
  }
  return problems;
}

/** Makes the data folder: it stays open to pass, since as root the database's user lives below it. */
function isWritable(dataDir: string, problems: string[]): boolean {
  try {
    mkdirSync(dataDir, { recursive: true });
    accessSync(dataDir, constants.W_OK);
    return true;
  } catch (error) {
    const { code = 'unknown reason' } = error as NodeJS.ErrnoException;
    problems.push(
      `CLEARLINE_DATA: the folder ${dataDir} can't be written (${code}); choose another`,
    );
    return false;
  }
}

function readTls(
  certPath: string | undefined,
  keyPath: string | undefined,
  problem: (text: string) => void,
): PlatformConfig['tls'] {
  if (!certPath && !keyPath) return undefined;
  if (!certPath || !keyPath) {
    problem('TLS_CERT and TLS_KEY must be set together');
    return undefined;
  }
  const read = (name: string, path: string): string => {
    try {
      return readFileSync(path, 'utf8');
    } catch {
      problem(`${name}: cannot read the file ${path}`);
      return '';
    }
  };
  return { cert: read('TLS_CERT', certPath), key: read('TLS_KEY', keyPath) };
}

/** An address, a network, or a name that the web framework knows for some. */
function isProxy(text: string): boolean {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(text)) return true;
  return ipaddr.isValid(text) || (ipaddr.isValidCIDR(text) && !text.endsWith('/0'));
}

function protocolOf(text: string): string {
  try {
    return new URL(text).protocol;
  } catch {
    return '';
  }
}

function problemOf(work: () => unknown): string | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
