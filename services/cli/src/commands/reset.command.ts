import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { readPlatformConfig, removeEmbeddedPostgres } from '#platform';
import { CommandFailure } from '../command-failure.js';

/** What Clearline itself puts into its data folder, besides the database; nothing else is touched. */
const ownEntries = ['postgres.log', 'seals', 'secrets', 'imports'];

/** `clearline reset`: deletes the embedded engine's data, so that the next start begins anew. */
export function addResetCommand(program: Command): void {
  program
    .command('reset')
    .description('delete the data of the embedded engine (CLEARLINE_DATA); asks for --yes')
    .option('--yes', 'yes, delete it')
    .action(async (flags: { yes?: boolean }) => {
      const { dataDir, databaseUrl } = readPlatformConfig();
      if (databaseUrl) throw new CommandFailure('reset is for the embedded engine only', 2);
      if (!flags.yes) throw new CommandFailure(`this deletes all data in ${dataDir}: add --yes`, 2);
      await removeEmbeddedPostgres(dataDir);
      for (const name of ownEntries) rmSync(join(dataDir, name), { recursive: true, force: true });
      process.stdout.write(`${dataDir} is empty\n`);
    });
}
