import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Command } from 'commander';
import { readPlatformConfig } from '#platform';
import { takeBackup } from '../backup/take-backup.js';
import { CommandFailure } from '../command-failure.js';
import { printResult, showProgress } from '../print.js';

/** `clearline backup <file>`: everything but the keys, in one file, while the services run. */
export function addBackupCommand(program: Command): void {
  program
    .command('backup <file>')
    .description(
      'write the whole database to one file while everything runs; the keys are not in it',
    )
    .option('--json', 'one JSON object')
    .action(async (file: string, flags: { json?: boolean }) => {
      if (existsSync(file)) throw new CommandFailure(`${file} exists already`, 2);
      if (!existsSync(dirname(file))) {
        throw new CommandFailure(`${dirname(file)}: no such folder`, 2);
      }
      const progress = showProgress('backup');
      try {
        const result = await takeBackup(readPlatformConfig(), file, (done, total) =>
          progress.update(done, total),
        );
        progress.stop();
        printResult({ ...result }, flags.json ?? false);
      } finally {
        progress.stop();
      }
    });
}
