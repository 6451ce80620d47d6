import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { readPlatformConfig } from '#platform';
import { restoreBackup } from '../backup/restore-backup.js';
import { CommandFailure } from '../command-failure.js';
import { printResult, showProgress } from '../print.js';

interface RestoreFlags {
  recreateTopics?: boolean;
  publishHistory?: boolean;
  json?: boolean;
}

/** `clearline restore <file>`: a backup into an empty installation, of the same engine or the other. */
export function addRestoreCommand(program: Command): void {
  program
    .command('restore <file>')
    .description('fill an empty database from a backup; needs the keys it was made with')
    .option('--recreate-topics', 'Kafka: delete topics that hold something and make them again')
    .option('--publish-history', 'Kafka: publish every event again, for readers outside')
    .option('--json', 'one JSON object')
    .action(async (file: string, flags: RestoreFlags) => {
      if (!existsSync(file)) throw new CommandFailure(`${file}: no such file`, 2);
      const config = readPlatformConfig();
      if (config.engine === 'embedded' && (flags.recreateTopics || flags.publishHistory)) {
        throw new CommandFailure(
          '--recreate-topics and --publish-history are for Kafka: set DATABASE_URL and KAFKA_BROKERS',
          2,
        );
      }
      const progress = showProgress('restore');
      try {
        const result = await restoreBackup(config, file, {
          recreateTopics: flags.recreateTopics ?? false,
          publishHistory: flags.publishHistory ?? false,
          onProgress: (done, total) => progress.update(done, total),
        });
        progress.stop();
        printResult({ ...result }, flags.json ?? false);
      } finally {
        progress.stop();
      }
    });
}
