import { InvalidArgumentError } from 'commander';
import type { Command } from 'commander';
import { ApiClient } from '../api-client.js';
import { CommandFailure } from '../command-failure.js';
import { printRows } from '../print.js';
import { withApiOptions } from './api-options.js';
import type { ApiFlags } from './api-options.js';

interface FilterFlags extends ApiFlags {
  json?: boolean;
  parked?: boolean;
  service?: string;
  reason?: string;
  type?: string;
}

interface ListFlags extends FilterFlags {
  state?: string;
  limit: number;
  cursor?: string;
}

interface DecideFlags extends FilterFlags {
  all?: boolean;
  dryRun?: boolean;
  perSecond: number;
  most: number;
}

interface Listed {
  items: Record<string, unknown>[];
  next: string | null;
  reasons: Record<string, unknown>[];
}

interface Decided {
  dryRun: boolean;
  matched: number;
  accepted: number;
  refused: { id: string; rule: string }[];
}

/** `clearline dlq list|redrive|discard`: dead letters, or with `--parked` the events that wait. */
export function addDlqCommand(program: Command): void {
  const dlq = program.command('dlq').description('events that could not be handled');
  withFilters(dlq.command('list').description('list them, with how many there are of each reason'))
    .option('--state <state>', 'dead, redrive, redriven or discarded')
    .option('--limit <n>', 'at most so many', wholeNumber, 100)
    .option('--cursor <id>', 'those after this one')
    .action(async (flags: ListFlags) => {
      const { service, reason, type, state, limit, cursor } = flags;
      const query = Object.entries({ service, reason, type, state, cursor, limit: String(limit) });
      const given = query.filter((entry): entry is [string, string] => entry[1] !== undefined);
      const path = `/api/v1/${kindOf(flags)}?${new URLSearchParams(given).toString()}`;
      const listed = await new ApiClient(flags).get<Listed>(path);
      if (flags.json) {
        process.stdout.write(`${JSON.stringify(listed)}\n`);
        return;
      }
      if (listed.items.length === 0) process.stdout.write('nothing\n');
      printRows(listed.reasons, ['count', 'service', 'reason', 'type']);
      const since = flags.parked ? ['attempts', 'parkedAt'] : ['state', 'replays', 'failedAt'];
      printRows(listed.items, ['id', ...since, 'reason', 'type', 'key', 'detail']);
      if (listed.next) process.stdout.write(`more: --cursor ${listed.next}\n`);
    });
  for (const decision of ['redrive', 'discard'] as const) {
    const description =
      decision === 'redrive' ? 'let them be handled again, late' : 'give them up for good';
    withFilters(dlq.command(`${decision} [ids...]`).description(description))
      .option('--all', 'all of them')
      .option('--dry-run', 'only say what would be done')
      .option('--per-second <n>', 'redrive at most so many a second', wholeNumber, 100)
      .option('--most <n>', 'at most so many at once', wholeNumber, 1_000)
      .action(async (ids: string[], flags: DecideFlags) => {
        await decide(decision, ids, flags);
      });
  }
}

async function decide(
  decision: 'redrive' | 'discard',
  ids: string[],
  flags: DecideFlags,
): Promise<void> {
  const { service, reason, type, dryRun = false, perSecond, most } = flags;
  const isFiltered = Boolean(service ?? reason ?? type) || flags.all === true;
  if (ids.length > 0 === isFiltered) {
    throw new CommandFailure('give ids, or --all, or any of --service, --reason and --type', 2);
  }
  const body = {
    ...(ids.length > 0 ? { ids } : { filter: { service, reason, type } }),
    dryRun,
    perSecond,
    most,
  };
  const path = `/api/v1/${kindOf(flags)}/${decision}`;
  const decided = await new ApiClient(flags).post<Decided>(path, body);
  const { refused } = decided;
  if (flags.json) process.stdout.write(`${JSON.stringify(decided)}\n`);
  else {
    const verb = dryRun ? 'would be' : 'are';
    const participle = decision === 'redrive' ? 'redriven' : 'discarded';
    process.stdout.write(`${decided.accepted} of ${decided.matched} ${verb} ${participle}\n`);
    printRows(refused, ['id', 'rule']);
  }
  if (refused.length > 0) {
    throw new CommandFailure(`${refused.length} were replayed too often: repair or discard them`);
  }
}

const kindOf = ({ parked }: FilterFlags) => (parked ? 'parked' : 'dlq');

function withFilters(command: Command): Command {
  return withApiOptions(command)
    .option('--parked', 'the events that wait, instead of the dead letters')
    .option('--service <name>', 'only of this service')
    .option('--reason <code>', 'only with this reason')
    .option('--type <type>', 'only of this event type')
    .option('--json', 'one JSON object');
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new InvalidArgumentError('must be a whole number.');
  return Number(text);
}
