import type { Command } from 'commander';
import { verifyLog } from '#eventing';
import { createLogger, findEmbeddedPostgres, openDatabase, readPlatformConfig } from '#platform';
import { escalationService } from '../../../escalation/src/escalation.service.js';
import { intakeService } from '../../../intake/src/intake.service.js';
import { signalsService } from '../../../signals/src/signals.service.js';
import { CommandFailure } from '../command-failure.js';
import { printResult } from '../print.js';

/** `clearline audit verify`: hash chains and seals of every log; exit 1 names each finding. */
export function addAuditCommand(program: Command): void {
  const audit = program.command('audit').description('prove that nothing was tampered with');
  audit
    .command('verify')
    .description('check the hash chains and seals of every log')
    .option('--json', 'one JSON object')
    .action(async (flags: { json?: boolean }) => {
      const config = readPlatformConfig();
      const embedded = await findEmbeddedPostgres(config.dataDir);
      const url = config.databaseUrl ?? (embedded?.running ? embedded.url : undefined);
      if (!url) throw new CommandFailure('no database answers; start Clearline first');
      const logger = createLogger('audit', { level: 'warn' });
      const logs = [];
      for (const { name, migrations } of [intakeService, escalationService, signalsService]) {
        const database = await openDatabase({
          url,
          schema: name,
          migrations,
          applicationName: 'clearline-audit',
          logger,
        });
        try {
          const { sealKey, dataDir } = config;
          logs.push(await verifyLog({ database, schema: name, service: name, sealKey, dataDir }));
        } finally {
          await database.close();
        }
      }
      const findings = logs.flatMap((log) => log.findings);
      printResult({ isClean: findings.length === 0, logs }, flags.json ?? false);
      if (findings.length > 0) throw new CommandFailure(`${findings.length} findings`);
    });
}
