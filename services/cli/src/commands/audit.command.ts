import type { Command } from 'commander';
import {
  createLogger,
  findEmbeddedPostgres,
  openDatabase,
  readPlatformConfig,
  startEmbeddedPostgres,
} from '#platform';
import type { Logger, PlatformConfig, Queries } from '#platform';
import { CommandFailure } from '../command-failure.js';
import { printResult } from '../print.js';
import { services } from '../services.js';
import { verifyEverything } from '../verify/verify-everything.js';

interface AuditFlags {
  json?: boolean;
  ledger?: string;
}

/** `clearline audit verify`: everything that can be proven from what is stored; exit 1 names each violation. */
export function addAuditCommand(program: Command): void {
  const audit = program
    .command('audit')
    .description('prove that nothing was lost or tampered with');
  audit
    .command('verify')
    .description('check logs, seals, cases, clocks, files and deliveries from what is stored')
    .option('--ledger <file>', "also compare with a load client's ledger (JSON lines)")
    .option('--json', 'one JSON object')
    .action(async (flags: AuditFlags) => {
      const config = readPlatformConfig();
      const result = await withDatabase(config, (tx) =>
        verifyEverything(tx, config, flags.ledger, tellStep),
      );
      if (flags.json) printResult({ ...result }, true);
      else printVerification(result);
      const { length } = result.violations;
      if (length > 0) throw new CommandFailure(`${length} violations`);
    });
}

const tellStep = (what: string) => process.stderr.write(`checking ${what}\n`);

/**
 * One connection without the services' time limits: a verification reads everything. A database at rest runs
 * only as long as `work`.
 */
async function withDatabase<T>(
  config: PlatformConfig,
  work: (tx: Queries) => Promise<T>,
): Promise<T> {
  const logger = createLogger('audit', { level: 'warn' });
  if (config.databaseUrl) return verifyAt(config.databaseUrl, logger, work);
  const { dataDir } = config;
  const embedded = await findEmbeddedPostgres(dataDir);
  if (!embedded) throw new CommandFailure(`no Clearline has run on ${dataDir}`);
  if (embedded.running) return verifyAt(embedded.url, logger, work);
  const server = await startEmbeddedPostgres({ dataDir, log: logger });
  try {
    return await verifyAt(server.url, logger, work);
  } finally {
    await server.stop();
  }
}

async function verifyAt<T>(
  url: string,
  logger: Logger,
  work: (tx: Queries) => Promise<T>,
): Promise<T> {
  const database = await openDatabase({
    url,
    schema: services[0]!.name,
    migrations: services[0]!.migrations,
    poolSize: 1,
    applicationName: 'clearline-audit',
    logger,
  });
  try {
    return await database.withClient(async (client) => {
      await client.query('set transaction_timeout = 0');
      const query: Queries['query'] = async <R>(sql: string, values?: unknown[]) =>
        (await client.query(sql, values)).rows as R[];
      await requireServices(query);
      return work({ query });
    });
  } finally {
    await database.close();
  }
}

/** @throws CommandFailure naming the services that never started on this database */
async function requireServices(query: Queries['query']): Promise<void> {
  const rows = await query<{ name: string }>(`select nspname as name from pg_namespace`);
  const known = new Set(rows.map(({ name }) => name));
  const missing = services.map(({ name }) => name).filter((name) => !known.has(name));
  if (missing.length === 0) return;
  throw new CommandFailure(`never started on this database: ${missing.join(', ')}`);
}

function printVerification({
  isClean,
  logs,
  cases,
  files,
  deliveries,
  ledger,
  violations,
}: Awaited<ReturnType<typeof verifyEverything>>): void {
  const summary: Record<string, unknown> = { isClean, cases, files, ...(ledger && { ledger }) };
  for (const { service, findings: _, ...log } of logs) summary[`log ${service}`] = log;
  for (const { service, ...count } of deliveries) summary[`deliveries ${service}`] = count;
  printResult(summary, false);
  for (const { rule, service, at, detail } of violations) {
    process.stdout.write(`${rule}  ${service}  ${at}  ${detail}\n`);
  }
}
