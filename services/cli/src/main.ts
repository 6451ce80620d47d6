import { Command, CommanderError } from 'commander';
import { addAuditCommand } from './commands/audit.command.js';
import { addDlqCommand } from './commands/dlq.command.js';
import { addEventsCommand } from './commands/events.command.js';
import { addImportCommand } from './commands/import.command.js';
import { addRebuildCommand } from './commands/rebuild.command.js';
import { addReportCommand } from './commands/report.command.js';
import { addResetCommand } from './commands/reset.command.js';
import { addServeCommand } from './commands/serve.command.js';
import { addSlaCommand } from './commands/sla.command.js';
import { CommandFailure } from './command-failure.js';

const program = new Command('clearline')
  .description('Complaints, SLA clocks, satisfaction and churn signals')
  .exitOverride();
addReportCommand(program);
addEventsCommand(program);
addImportCommand(program);
addAuditCommand(program);
addDlqCommand(program);
addRebuildCommand(program);
addServeCommand(program);
addResetCommand(program);
addSlaCommand(program);

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = error instanceof CommandFailure ? error.exitCode : 1;
  }
}
