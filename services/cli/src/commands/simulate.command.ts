import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Command } from 'commander';
import { createClock } from '#platform';
import type { Clock } from '#platform';
import { ApiClient } from '../api-client.js';
import { CommandFailure } from '../command-failure.js';
import { nowAndThen, printResult, showProgress } from '../print.js';
import { historyHeader, historyRows } from '../simulate/history-rows.js';
import { ActionSender } from '../simulate/send-actions.js';
import { simulateHotline } from '../simulate/simulate-hotline.js';
import type { SimulationOptions } from '../simulate/simulate-hotline.js';
import { withApiOptions } from './api-options.js';
import type { ApiFlags } from './api-options.js';

interface SimulateFlags extends ApiFlags {
  supervisor?: string;
  seed: string;
  rate?: string;
  days?: string;
  perDay: string;
  from?: string;
  clock?: string;
  out?: string;
  print?: boolean;
  json?: boolean;
}

const dayMs = 86_400_000;
const minuteMs = 60_000;
const longestSleepMs = 500;

/** `clearline simulate`: a believable hotline, live, over past days, or as a file of history. */
export function addSimulateCommand(program: Command): void {
  const command = program
    .command('simulate')
    .description(
      'play a believable hotline against a running Clearline; the same seed and --from play the same, nothing that was done is done twice',
    );
  withApiOptions(command)
    .option('--seed <number>', 'which simulation', '1')
    .option('--rate <perSecond>', 'live complaints per second, worked six hundred times as fast')
    .option('--days <n>', 'days of calls, up to now unless --from says when they begin')
    .option('--per-day <n>', 'complaints on an average day, with --days', '120')
    .option('--from <instant>', 'when the first call comes (ISO 8601)')
    .option('--clock <spec>', 'the CLEARLINE_CLOCK that the running Clearline has')
    .option(
      '--supervisor <name>',
      'another account, with the same password, to decide on extensions',
    )
    .option('--out <file>', 'write a CSV for `clearline import simulation`, sending nothing')
    .option('--print', 'print what would be sent, a JSON object a line, sending nothing')
    .option('--json', 'one JSON object')
    .addHelpText(
      'after',
      '\n`complaints` are those that were filed; parts that are split off count as complaints of their own in reports.\n`refused` are steps that a case could not take any more, as when it had been withdrawn or merged meanwhile.',
    )
    .action(simulate);
}

async function simulate(flags: SimulateFlags): Promise<void> {
  const clock = readClock(flags.clock);
  const options = readOptions(flags, clock.now());
  const actions = simulateHotline(options);
  const { seed, from, days = Infinity } = options;
  const until = flags.clock || flags.rate ? Infinity : clock.now();
  const facts = { seed, from: new Date(from).toISOString() };
  if (flags.print) {
    if (!flags.days) throw new CommandFailure('--print needs --days', 2);
    for (const action of actions) await print(`${JSON.stringify(action)}\n`);
    return;
  }
  if (flags.out) {
    if (!flags.days) throw new CommandFailure('--out needs --days', 2);
    let lines = 0;
    const text = function* () {
      yield historyHeader;
      for (const row of historyRows(actions, from + days * dayMs)) {
        lines += 1;
        yield row;
      }
    };
    await pipeline(Readable.from(text()), createWriteStream(flags.out));
    printResult({ ...facts, file: flags.out, lines }, flags.json ?? false);
    return;
  }
  const progress = showProgress('simulated minutes');
  const tell = nowAndThen();
  const isLive = days === Infinity;
  process.stderr.write(`playing against ${flags.url}${isLive ? ' until Ctrl-C' : ''}\n`);
  let isStopped = false;
  process.once('SIGINT', () => (isStopped = true));
  const { url, password, supervisor } = flags;
  const decides = supervisor ? new ApiClient({ url, password, username: supervisor }) : undefined;
  const result = await new ActionSender(new ApiClient(flags), decides).play(actions, {
    async waitFor(at) {
      if (at > until) return false;
      while (!isStopped && clock.now() < at) await sleep(longestSleepMs / 10);
      return !isStopped;
    },
    onProgress: (at, { complaints, callbacks, surveys, commands }) => {
      if (isLive) {
        tell(
          () =>
            `${complaints} complaints, ${callbacks} callbacks, ${surveys} surveys, ${commands} commands`,
        );
        return;
      }
      const allMinutes = Math.round((days * dayMs) / minuteMs);
      const minutes = Math.floor((at - from) / minuteMs);
      progress.update(Math.min(minutes, allMinutes), allMinutes);
    },
  });
  progress.stop();
  printResult({ ...facts, ...result }, flags.json ?? false);
}

function readClock(spec: string | undefined): Clock {
  try {
    return createClock(spec);
  } catch (error) {
    throw new CommandFailure(`--clock: ${error instanceof Error ? error.message : error}`, 2);
  }
}

function readOptions(flags: SimulateFlags, now: number): SimulationOptions {
  const seed = readNumber('--seed', flags.seed, 0);
  const rate = flags.rate === undefined ? undefined : readNumber('--rate', flags.rate, 0.001);
  const days = flags.days === undefined ? undefined : readNumber('--days', flags.days, 0.001);
  if (rate === undefined && days === undefined) {
    throw new CommandFailure('give --rate for live traffic, or --days for history', 2);
  }
  if (rate !== undefined && days !== undefined) {
    throw new CommandFailure('--rate is live and --days is history: give one of them', 2);
  }
  const from = flags.from === undefined ? firstCall(days, now) : Date.parse(flags.from);
  if (Number.isNaN(from)) throw new CommandFailure('--from: give an ISO 8601 instant', 2);
  const perDay = readNumber('--per-day', flags.perDay, 0);
  return { seed, from, days, perDay, ...(rate !== undefined && { rate, haste: 600 }) };
}

/** On a whole hour, so that a run repeated soon after an interruption is the same simulation. */
function firstCall(days: number | undefined, now: number): number {
  if (days === undefined) return now - (now % 1_000);
  const start = now - days * dayMs;
  return start - (start % 3_600_000);
}

function readNumber(flag: string, text: string, low: number): number {
  const value = Number(text);
  if (text.trim() !== '' && Number.isFinite(value) && value >= low) return value;
  throw new CommandFailure(`${flag}: "${text}" is not a number from ${low}`, 2);
}

async function print(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}
