import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { Option, type Command } from 'commander';
import { checkSlaCases, SlaCasesError } from '#sla';
import type { Boundary, SlaCheck } from '#sla';
import { CommandFailure } from '../command-failure.js';
import { printResult } from '../print.js';

interface CheckFlags {
  json?: boolean;
  boundary: Boundary;
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
      const check = checkFile(file, flags.boundary);
      printResult({ ...check }, flags.json ?? false);
      if (check.disagreed > 0) throw new CommandFailure(`${check.disagreed} cases disagree`);
    });
}

function checkFile(file: string, boundary: Boundary): SlaCheck {
  const input = readJson(file);
  try {
    return checkSlaCases(input, boundary);
  } catch (error) {
    if (!(error instanceof SlaCasesError)) throw error;
    const [first] = error.message.split('\n');
    const more = error.problems.length - 1;
    throw new CommandFailure(`${file}: ${first}${more > 0 ? ` (and ${more} more)` : ''}`, 2);
  }
}

function readJson(file: string): unknown {
  try {
    const bytes = readFileSync(file);
    const text = file.endsWith('.gz') ? gunzipSync(bytes) : bytes;
    return JSON.parse(text.toString('utf8'));
  } catch (error) {
    const reason = error instanceof Error ? error.message.replaceAll('\n', ' ') : 'unreadable';
    throw new CommandFailure(`${file}: ${reason}`, 2);
  }
}
