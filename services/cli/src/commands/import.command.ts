import type { Command } from 'commander';
import { EventStore, waitUntilCaughtUp } from '#eventing';
import {
  createClock,
  createLogger,
  findEmbeddedPostgres,
  openDatabase,
  PersonalDataKeys,
  readPlatformConfig,
} from '#platform';
import type { PlatformConfig } from '#platform';
import { importHistory } from '../../../intake/src/import/import-history.js';
import type { ImportResult } from '../../../intake/src/import/import-history.js';
import { intakeService } from '../../../intake/src/intake.service.js';
import { startStandalone } from '../../../standalone/src/start-standalone.js';
import { CommandFailure } from '../command-failure.js';
import { printResult, showProgress } from '../print.js';

interface ImportFlags {
  asOf?: string;
  json?: boolean;
}

const catchUpMs = 30 * 60_000;

/** `clearline import <mapping> <file>`: recorded complaints from CSV or CSV.gz, as they happened. */
export function addImportCommand(program: Command): void {
  program
    .command('import <mapping> <file>')
    .description('import recorded complaints; a second run of the same file imports nothing')
    .option('--as-of <instant>', 'judge what is still open as it stood then (ISO 8601)')
    .option('--json', 'one JSON object')
    .action(async (mapping: string, file: string, flags: ImportFlags) => {
      const asOf = flags.asOf === undefined ? undefined : Date.parse(flags.asOf);
      if (Number.isNaN(asOf)) throw new CommandFailure('--as-of: give an ISO 8601 instant', 2);
      const result = await run(readPlatformConfig(), mapping, file, asOf);
      printResult({ ...result }, flags.json ?? false);
    });
}

/** Beside a running Clearline the import only writes intake's log; otherwise it runs the services until they caught up. */
async function run(
  config: PlatformConfig,
  mapping: string,
  file: string,
  asOf: number | undefined,
): Promise<ImportResult> {
  const progress = showProgress('import');
  const request = {
    mapping,
    file,
    asOf,
    onProgress: ({ done, total }: { done: number; total: number }) => progress.update(done, total),
  };
  const embedded = await findEmbeddedPostgres(config.dataDir);
  const running = config.databaseUrl ?? (embedded?.running ? embedded.url : undefined);
  try {
    if (running) return await importBeside(config, running, request);
    const quiet = { ...config, port: 0, logLevel: 'warn' };
    const standalone = await startStandalone({ config: quiet, stopOnSignals: false });
    try {
      const result = await importHistory(standalone.runtimes.get('intake')!, request);
      await waitUntilCaughtUp([...standalone.transports()], { timeoutMs: catchUpMs });
      return result;
    } finally {
      await standalone.close();
    }
  } finally {
    progress.stop();
  }
}

async function importBeside(
  config: PlatformConfig,
  url: string,
  request: Parameters<typeof importHistory>[1],
): Promise<ImportResult> {
  const clock = createClock(config.clock);
  const logger = createLogger('import', { level: 'warn' });
  const { name: schema, migrations } = intakeService;
  const database = await openDatabase({
    url,
    schema,
    migrations,
    applicationName: 'clearline-import',
    logger,
  });
  try {
    const keys = new PersonalDataKeys({ masterKey: config.masterKey, clock });
    const events = new EventStore({ schema, source: `urn:clearline:${schema}`, clock });
    return await importHistory({ database, events, keys, clock, config }, request);
  } finally {
    await database.close();
  }
}
