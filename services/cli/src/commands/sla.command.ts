import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { Option, type Command } from 'commander';
import { checkSlaCases, slaCaseFile } from '#sla';
import { CommandFailure } from '../command-failure.js';
import { printResult } from '../print.js';

interface CheckFlags {
  json?: boolean;
  boundary: 'closing' | 'next-opening';
}

/** `clearline sla check <file>`: compares the engine with business-calendar cases; exit 1 on a difference. */
export function addSlaCommand(program: Command): void {
  const sla = program.command('sla').description('business calendars and clocks');
  sla
    .command('check <file>')
    .description('compare due instants and working minutes with those a JSON file expects')
    .addOption(
      new Option(
        '--boundary <convention>',
        'where working time that ends at a closing instant is due',
      )
        .choices(['closing', 'next-opening'])
        .default('closing'),
    )
    .option('--json', 'one JSON object')
    .action((file: string, flags: CheckFlags) => {
      const check = checkSlaCases(readCases(file), flags.boundary);
      printResult({ ...check }, flags.json ?? false);
      if (check.disagreed > 0) throw new CommandFailure(`${check.disagreed} cases disagree`);
    });
}

function readCases(file: string) {
  let input: unknown;
  try {
    const bytes = readFileSync(file);
    const text = file.endsWith('.gz') ? gunzipSync(bytes) : bytes;
    input = JSON.parse(text.toString('utf8'));
  } catch (error) {
    throw new CommandFailure(
      `${file}: ${error instanceof Error ? error.message : 'unreadable'}`,
      2,
    );
  }
  const parsed = slaCaseFile.safeParse(input);
  if (parsed.success) return parsed.data;
  const [first] = parsed.error.issues;
  throw new CommandFailure(`${file}: ${first?.path.join('.')}: ${first?.message}`, 2);
}
