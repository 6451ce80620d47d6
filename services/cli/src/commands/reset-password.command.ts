import type { Command } from 'commander';
import { findEmbeddedPostgres, readPlatformConfig } from '#platform';
import type { Queries } from '#platform';
import { listAccounts, newPassword, setPassword } from '../../../gateway/src/access/accounts.js';
import { withConnection } from '../backup/with-connection.js';
import { CommandFailure } from '../command-failure.js';
import { printResult } from '../print.js';

/** `clearline reset-password <username>`: the way back in where no administrator is left who can give a password. */
export function addResetPasswordCommand(program: Command): void {
  program
    .command('reset-password <username>')
    .description(
      'give an account another password, shown once; at the database (CLEARLINE_DATA or DATABASE_URL), without signing in',
    )
    .option('--json', 'one JSON object')
    .action(async (username: string, flags: { json?: boolean }) => {
      const config = readPlatformConfig();
      if (!config.databaseUrl && !(await findEmbeddedPostgres(config.dataDir))) {
        throw new CommandFailure(`no Clearline has run on ${config.dataDir}`);
      }
      const password = newPassword();
      await withConnection(config, async (client) => {
        const query: Queries['query'] = async <R>(sql: string, values?: unknown[]) =>
          (await client.query(sql, values)).rows as R[];
        await query('set search_path to gateway');
        const account = (await listAccounts({ query })).find((one) => one.username === username);
        if (!account) throw new CommandFailure(`no account is called ${username}`, 2);
        if (account.isDisabled) throw new CommandFailure(`the account ${username} is disabled`, 2);
        await setPassword({ query }, account.id, password);
      });
      printResult({ username, password }, flags.json === true);
    });
}
