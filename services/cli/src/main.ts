import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { CommandFailure } from './command-failure.js';
import { commands } from './commands/all-commands.js';

// A reader that has seen enough (`| head`) ends the command quietly.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

const manifest = new URL('../../../../package.json', import.meta.url);
const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
const program = new Command('clearline')
  .version(version, '-v, --version')
  .description('Complaints, SLA clocks, satisfaction and churn signals')
  .addHelpText('after', '\n`clearline <command> --help` tells the options of each.')
  .exitOverride();
const called = process.argv[2] ?? '';
const names = Object.keys(commands);
if (names.includes(called)) (await commands[called]!())(program);
// What is no command is refused by the names alone; only the list of all needs every one.
else if (/^(?:$|-|help$)/.test(called))
  for (const name of names) (await commands[name]!())(program);
else for (const name of names) program.command(name);

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = error instanceof CommandFailure ? error.exitCode : 1;
  }
}
