import { existsSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
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
import { ImportBusy, importHistory } from '../../../intake/src/import/import-history.js';
import type { ImportDependencies } from '../../../intake/src/import/import-history.js';
import { MappingError } from '../../../intake/src/import/load-mapping.js';
import { intakeService } from '../../../intake/src/intake.service.js';
import { importOrganisation } from '../../../intake/src/organisation/import-organisation.js';
import { OrganisationFileError } from '../../../intake/src/organisation/read-organisation-csv.js';
import { startStandalone } from '../../../standalone/src/start-standalone.js';
import { CommandFailure } from '../command-failure.js';
import { printResult, showProgress } from '../print.js';

interface ImportFlags {
  asOf?: string;
  goLive?: boolean;
  json?: boolean;
}

const catchUpMs = 30 * 60_000;

/** `clearline import <mapping> <file>`: recorded complaints from CSV or CSV.gz, or the organisation. */
export function addImportCommand(program: Command): void {
  program
    .command('import <mapping> <file>')
    .description(
      'import recorded complaints, or with `organisation` as the mapping units, agents, categories and products; a second run of the same file imports nothing',
    )
    .option('--as-of <instant>', 'judge what is still open as it stood then (ISO 8601)')
    .option('--go-live', 'arm the timers of what is still open')
    .option('--json', 'one JSON object')
    .addHelpText(
      'after',
      '\n<mapping> is the name of one in infra/import-mappings, or the path of your own; docs/import.md says how to write it.',
    )
    .action(async (mapping: string, file: string, flags: ImportFlags) => {
      const asOf = flags.asOf === undefined ? undefined : Date.parse(flags.asOf);
      if (Number.isNaN(asOf)) throw new CommandFailure('--as-of: give an ISO 8601 instant', 2);
      if (!existsSync(file)) throw new CommandFailure(`${file}: no such file`, 2);
      const isOrganisation = mapping === 'organisation';
      if (isOrganisation && (asOf !== undefined || flags.goLive)) {
        throw new CommandFailure('--as-of and --go-live are of complaints, not organisations', 2);
      }
      // Left to itself the heap grows with the garbage of a long file: 291 MB for 100 000 rows, 233 for a
      // tenth of them. Collecting earlier keeps it near what is alive, 172 MB for 10 000 and for 50 000.
      setFlagsFromString('--heap-growing-percent=10');
      const progress = showProgress('import');
      try {
        const result = await withIntake<object>(readPlatformConfig(), (intake) =>
          isOrganisation
            ? importOrganisation(intake, file)
            : importHistory(intake, {
                mapping,
                file,
                asOf,
                goLive: flags.goLive,
                onProgress: ({ done, total }) => progress.update(done, total),
              }),
        );
        progress.stop();
        printResult({ ...result }, flags.json ?? false);
        if (!isOrganisation && asOf === undefined && !flags.goLive) {
          process.stderr.write(
            'what is still open was not judged and counts as not overdue: --as-of <instant> judges it, --go-live works it from now on\n',
          );
        }
      } catch (error) {
        progress.stop();
        throw usageFailure(error) ?? error;
      }
    });
}

/** What the caller can mend: the mapping, the file, or an import that runs already. */
function usageFailure(error: unknown): CommandFailure | undefined {
  if (error instanceof ImportBusy) return new CommandFailure(error.message);
  if (error instanceof MappingError || error instanceof OrganisationFileError) {
    return new CommandFailure(error.message, 2);
  }
  return undefined;
}

/** Beside a running Clearline an import only writes intake's log; otherwise it runs the services until they caught up. */
async function withIntake<T>(
  config: PlatformConfig,
  work: (intake: ImportDependencies) => Promise<T>,
): Promise<T> {
  const embedded = await findEmbeddedPostgres(config.dataDir);
  const running = config.databaseUrl ?? (embedded?.running ? embedded.url : undefined);
  if (running) return besideRunning(config, running, work);
  const quiet = { ...config, port: 0, logLevel: 'warn' };
  const standalone = await startStandalone({ config: quiet, stopOnSignals: false });
  try {
    const result = await work(standalone.runtimes.get('intake')!);
    await waitUntilCaughtUp([...standalone.transports()], { timeoutMs: catchUpMs });
    return result;
  } finally {
    await standalone.close();
  }
}

async function besideRunning<T>(
  config: PlatformConfig,
  url: string,
  work: (intake: ImportDependencies) => Promise<T>,
): Promise<T> {
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
    await keys.prepare(database);
    const events = new EventStore({ schema, source: `urn:clearline:${schema}`, clock });
    return await work({ database, events, keys, clock, config });
  } finally {
    await database.close();
  }
}
