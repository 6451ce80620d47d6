import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { Option, type Command } from 'commander';
import {
  CalendarError,
  explainLanguages,
  explainSentence,
  recordedColumns,
  toExplanationView,
  toRecordedCells,
  WhatIf,
} from '#sla';
import type {
  ExplainLanguage,
  Policy,
  RecordedClock,
  WhatIfFlip,
  WhatIfGroup,
  WhatIfResult,
} from '#sla';
import { ApiClient } from '../api-client.js';
import { CommandFailure } from '../command-failure.js';
import { printRows, showProgress } from '../print.js';
import { clocksOfMapping, clocksOfProduct, clocksOfRows } from '../sla/clock-sources.js';
import type { ClockSource } from '../sla/clock-sources.js';
import { readInstant } from '../sla/read-terms.js';
import { whatIfPolicy } from '../sla/what-if-policy.js';
import { withApiOptions } from './api-options.js';
import type { ApiFlags } from './api-options.js';

interface WhatIfFlags extends ApiFlags {
  policy?: string;
  calendar?: string;
  budget?: string;
  clock: string;
  from?: string;
  mapping?: string;
  file?: string;
  asOf?: string;
  flips: string;
  save?: string;
  lang: ExplainLanguage;
  json?: boolean;
}

const reportEvery = 1_000;
/** Of a dimension, in the table for people. */
const shownValues = 10;

/** `clearline sla what-if`: what recorded cases would have come to under another policy or calendar. */
export function addSlaWhatIfCommand(sla: Command): void {
  withApiOptions(
    sla
      .command('what-if')
      .description(
        'replay recorded cases against another policy, calendar or budget: those of the running Clearline, of a file of clocks (--from), or of any file with a mapping of imports',
      )
      .option('--policy <file|preset>', 'the policy to replay against')
      .option('--calendar <file|preset>', 'in place of the one of its id, or of all working hours')
      .option('--budget <budget>', 'one promise for every case: 8h, 3d, 15cd ...')
      .option('--clock <kind>', 'what --budget and the cases of a mapping are', 'resolution')
      .option('--from <rows.csv>', 'recorded clocks, as --save writes them')
      .option('--mapping <mapping>', 'of imports, for --file')
      .option('--file <file>', 'CSV or CSV.gz')
      .option('--as-of <instant>', 'judges what goes on as it stood then; default: now')
      .option('--flips <count>', 'how many cases that flip are listed', '20')
      .option('--save <rows.csv>', 'writes the recorded clocks too')
      .addOption(
        new Option('--lang <language>', 'of explanations')
          .choices([...explainLanguages])
          .default('en'),
      )
      .option('--json', 'one JSON object'),
  ).action(async (flags: WhatIfFlags) => {
    const mostFlips = /^\d{1,6}$/.test(flags.flips) ? Number(flags.flips) : undefined;
    if (mostFlips === undefined) throw new CommandFailure('--flips: give a whole number', 2);
    const now = flags.asOf === undefined ? Date.now() : readInstant('--as-of', flags.asOf);
    const isOfFile = flags.from !== undefined || flags.mapping !== undefined;
    const api = isOfFile ? undefined : new ApiClient(flags);
    const policy = await whatIfPolicy(flags, api && (() => policyInForce(api)));
    const source = await sourceOf(flags, api, now);
    const result = await replay(source, { policy, now, mostFlips }, flags.save);
    if (flags.json) process.stdout.write(`${JSON.stringify(toJson(result, source))}\n`);
    else printWhatIf(result, source, flags.lang);
  });
}

async function policyInForce(api: ApiClient): Promise<Policy> {
  const { items } = await api.get<{ items: [Policy] }>('/api/v1/policies');
  return items[0];
}

async function sourceOf(
  { from, mapping, file, clock: kind }: WhatIfFlags,
  api: ApiClient | undefined,
  now: number,
): Promise<ClockSource> {
  if (from !== undefined && mapping !== undefined) {
    throw new CommandFailure('give --from or --mapping, not both', 2);
  }
  if ((mapping === undefined) !== (file === undefined)) {
    throw new CommandFailure('--mapping and --file go together', 2);
  }
  if (from !== undefined) return clocksOfRows(from);
  if (mapping !== undefined && file !== undefined) {
    return clocksOfMapping(mapping, file, { kind, now });
  }
  return clocksOfProduct(api!);
}

async function replay(
  source: ClockSource,
  options: { policy: Policy; now: number; mostFlips: number },
  save: string | undefined,
): Promise<WhatIfResult> {
  const progress = showProgress('what-if');
  const rows = save === undefined ? undefined : new RowFile(save);
  try {
    const whatIf = new WhatIf(options);
    let count = 0;
    for await (const clock of source.clocks) {
      whatIf.add(clock);
      await rows?.add(clock);
      count += 1;
      const { bytesRead, bytesTotal } = source.progress;
      // The running Clearline does not say how many there are.
      if (count % reportEvery === 0) progress.update(bytesRead || count, bytesTotal || count);
    }
    await rows?.close();
    return whatIf.result();
  } catch (error) {
    if (error instanceof CalendarError) throw new CommandFailure(error.message, 2);
    throw error;
  } finally {
    progress.stop();
  }
}

/** Recorded clocks as CSV; none of their cells needs quotes but those that have a comma. */
class RowFile {
  private readonly stream;

  constructor(path: string) {
    this.stream = createWriteStream(path);
    this.stream.write(`${recordedColumns.join(',')}\n`);
  }

  async add(clock: RecordedClock): Promise<void> {
    const cells = toRecordedCells(clock);
    const line = recordedColumns
      .map((column) => cells[column])
      .map((text) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text))
      .join(',');
    if (!this.stream.write(`${line}\n`)) await once(this.stream, 'drain');
  }

  async close(): Promise<void> {
    this.stream.end();
    await once(this.stream, 'finish');
  }
}

const iso = (instant: number | undefined) =>
  instant === undefined ? null : new Date(instant).toISOString();

function toJson({ flips, ...totals }: WhatIfResult, source: ClockSource): object {
  return {
    ...totals,
    rejected: source.rejected(),
    flips: flips.map(({ recorded, verdict, dueAt, explanation }: WhatIfFlip) => ({
      case: recorded.caseId,
      ...(recorded.number !== undefined && { number: recorded.number }),
      kind: recorded.kind,
      ...(recorded.stage !== undefined && { stage: recorded.stage }),
      dimensions: recorded.facts,
      recorded: {
        verdict: recorded.verdict,
        startedAt: iso(recorded.startedAt),
        stoppedAt: iso(recorded.stoppedAt),
        dueAt: iso(recorded.dueAt),
      },
      simulated: { verdict, dueAt: iso(dueAt) },
      explanation: toExplanationView(explanation),
    })),
  };
}

/** The first values of each dimension, which are the largest. */
function mostOf(groups: WhatIfGroup[]): WhatIfGroup[] {
  const seen = new Map<string, number>();
  return groups.filter(({ kind, dimension }) => {
    const count = (seen.get(`${kind} ${dimension}`) ?? 0) + 1;
    seen.set(`${kind} ${dimension}`, count);
    return count <= shownValues;
  });
}

/** Totals by kind and dimension, then the flips, each with its sentence. */
function printWhatIf(result: WhatIfResult, source: ClockSource, lang: ExplainLanguage): void {
  const { clocks, cancelled, toMet, toBreached, groups, flips } = result;
  const write = (text: string) => process.stdout.write(`${text}\n`);
  write(`${clocks} clocks replayed, ${cancelled} cancelled ones left out`);
  if (source.rejected() > 0) write(`${source.rejected()} rows could not be read`);
  write(`${toMet} would be met instead of breached, ${toBreached} breached instead of met\n`);
  const shown = mostOf(groups);
  printRows(
    shown.map(({ kind, dimension, value, recorded, simulated, ...flipped }) => ({
      clock: kind,
      group: dimension === 'all' ? 'all' : `${dimension}=${value || '-'}`,
      clocks: String(flipped.clocks),
      met: `${recorded.met} -> ${simulated.met}`,
      breached: `${recorded.breached} -> ${simulated.breached}`,
      open: `${recorded.open} -> ${simulated.open}`,
      warned: String(simulated.warned),
      'to met': String(flipped.toMet),
      'to breached': String(flipped.toBreached),
    })),
    ['clock', 'group', 'clocks', 'met', 'breached', 'open', 'warned', 'to met', 'to breached'],
  );
  const hidden = groups.length - shown.length;
  if (hidden > 0) write(`and ${hidden} smaller groups: --json has them all`);
  if (flips.length === 0) return;
  write(`\n${flips.length} of ${toMet + toBreached} that flip:`);
  for (const { recorded, verdict, explanation } of flips) {
    write(`${recorded.number ?? recorded.caseId}: ${recorded.verdict} -> ${verdict}`);
    write(`  ${explainSentence(explanation, lang)}`);
  }
}
