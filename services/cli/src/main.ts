import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { CommandFailure } from './command-failure.js';

type AddCommand = (program: Command) => void;

/** Only the command that is called is loaded: some bring every service with them, which takes a second. */
const commands: Record<string, () => Promise<AddCommand>> = {
  report: async () => (await import('./commands/report.command.js')).addReportCommand,
  events: async () => (await import('./commands/events.command.js')).addEventsCommand,
  import: async () => (await import('./commands/import.command.js')).addImportCommand,
  audit: async () => (await import('./commands/audit.command.js')).addAuditCommand,
  dlq: async () => (await import('./commands/dlq.command.js')).addDlqCommand,
  rebuild: async () => (await import('./commands/rebuild.command.js')).addRebuildCommand,
  serve: async () => (await import('./commands/serve.command.js')).addServeCommand,
  reset: async () => (await import('./commands/reset.command.js')).addResetCommand,
  backup: async () => (await import('./commands/backup.command.js')).addBackupCommand,
  restore: async () => (await import('./commands/restore.command.js')).addRestoreCommand,
  simulate: async () => (await import('./commands/simulate.command.js')).addSimulateCommand,
  sla: async () => (await import('./commands/sla.command.js')).addSlaCommand,
  bench: async () => (await import('./commands/bench.command.js')).addBenchCommand,
};

const manifest = new URL('../../../../package.json', import.meta.url);
const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
const program = new Command('clearline')
  .version(version, '-v, --version')
  .description('Complaints, SLA clocks, satisfaction and churn signals')
  .addHelpText('after', '\n`clearline <command> --help` tells the options of each.')
  .exitOverride();
const called = process.argv[2] ?? '';
const names = Object.hasOwn(commands, called) ? [called] : Object.keys(commands);
for (const name of names) (await commands[name]!())(program);

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = error instanceof CommandFailure ? error.exitCode : 1;
  }
}
