import { Option, type Command } from 'commander';
import {
  BusinessCalendar,
  calendarReference,
  dueWithPauses,
  explainClock,
  explainLanguages,
  pauseReason,
  printExplanation,
  toExplanationView,
} from '#sla';
import type { ClockPause, ExplainLanguage, ExplanationView, SlaClock } from '#sla';
import { ApiClient } from '../api-client.js';
import { CommandFailure } from '../command-failure.js';
import { printRows } from '../print.js';
import { readBudget, readCalendar, readInstant } from '../sla/read-terms.js';
import { withApiOptions } from './api-options.js';
import type { ApiFlags } from './api-options.js';

interface ExplainFlags extends ApiFlags {
  clock?: string;
  calendar?: string;
  start?: string;
  budget?: string;
  pause?: string[];
  lang: ExplainLanguage;
  json?: boolean;
  print?: boolean;
}

interface ExplainedClock {
  clockId: string;
  kind: string;
  stage?: string;
  explanation: ExplanationView;
}

/** `clearline sla explain`: why a clock is due when it is, of a case or of terms given here. */
export function addSlaExplainCommand(sla: Command): void {
  withApiOptions(
    sla
      .command('explain [case]')
      .description(
        'why a clock is due when it is: those of a case of the running Clearline, or without one of --calendar, --start and --budget',
      )
      .option('--clock <id>', 'one clock of the case')
      .option('--calendar <file|preset>', 'a calendar: YAML, JSON, or a preset such as office')
      .option('--start <instant>', 'when it starts; without an offset in the zone of the calendar')
      .option('--budget <budget>', '8h, 90m, 5d, 5d-end, 15cd, 15cd-roll, 24eh')
      .option('--pause <span...>', 'when it stood still: from..to, or from..to,reason')
      .addOption(
        new Option('--lang <language>', 'of the texts')
          .choices([...explainLanguages])
          .default('en'),
      )
      .option('--json', 'one JSON object')
      .option('--print', 'a table for a printer'),
  ).action(async (reference: string | undefined, flags: ExplainFlags) => {
    if (reference !== undefined) await explainCase(reference, flags);
    else explainTerms(flags);
  });
}

async function explainCase(reference: string, flags: ExplainFlags): Promise<void> {
  const given = [flags.calendar, flags.start, flags.budget, flags.pause?.[0]];
  if (given.some((flag) => flag !== undefined)) {
    throw new CommandFailure('give a case, or --calendar, --start and --budget, not both', 2);
  }
  const query = new URLSearchParams({
    lang: flags.lang,
    ...(flags.clock && { clock: flags.clock }),
  });
  if (flags.print) query.set('format', 'text');
  const path = `/api/v1/cases/${encodeURIComponent(reference)}/clocks?${query.toString()}`;
  const api = new ApiClient(flags);
  if (flags.print) {
    process.stdout.write(await (await api.stream(path)).text());
    return;
  }
  const { clocks } = await api.get<{ clocks: ExplainedClock[] }>(path);
  if (flags.json) {
    process.stdout.write(`${JSON.stringify({ clocks })}\n`);
    return;
  }
  for (const { clockId, kind, stage, explanation } of clocks) {
    process.stdout.write(`${kind}${stage ? ` ${stage}` : ''} (${clockId})\n`);
    printLedger(explanation, flags.lang);
    process.stdout.write('\n');
  }
}

function explainTerms(flags: ExplainFlags): void {
  const { calendar: named, start, budget: text } = flags;
  if (named === undefined || start === undefined || text === undefined) {
    throw new CommandFailure('give a case, or --calendar, --start and --budget', 2);
  }
  const calendar = new BusinessCalendar(readCalendar(named));
  const startedAt = readInstant('--start', start, calendar);
  const budget = readBudget(text);
  const pauses = (flags.pause ?? [])
    .map((pause) => readPause(pause, calendar))
    .sort((a, b) => a.from - b.from);
  pauses.forEach(({ from }, index) => {
    if (from < Math.max(startedAt, pauses[index - 1]?.to ?? startedAt)) {
      const problem = 'a pause begins before the start or within another one';
      throw new CommandFailure(`--pause: ${problem}`, 2);
    }
  });
  const dueAt = dueWithPauses(startedAt, budget, pauses, calendar);
  const clock: SlaClock = {
    ...{ clockId: text, kind: 'deadline', state: 'running', startedAt, dueAt, budget },
    ...{ calendar: calendarReference(calendar.spec), thresholds: [], warned: [], revision: 1 },
    pauses: pauses.filter(({ from }) => from <= dueAt),
  };
  // No policy gave these terms: the texts name none.
  const terms = { rule: '', policyVersion: 0, now: dueAt };
  const explanation = explainClock(clock, () => calendar, terms);
  if (flags.print) process.stdout.write(printExplanation(explanation, flags.lang));
  else {
    const view = toExplanationView(explanation);
    const said = { startedAt: iso(startedAt), dueAt: iso(dueAt), budget, explanation: view };
    if (flags.json) process.stdout.write(`${JSON.stringify(said)}\n`);
    else printLedger(view, flags.lang);
  }
}

const iso = (instant: number) => new Date(instant).toISOString();

function readPause(text: string, calendar: BusinessCalendar): Required<ClockPause> {
  const [span = '', said = 'awaiting-customer'] = text.split(',');
  const [from, to] = span.split('..').map((end) => readInstant('--pause', end, calendar));
  const reason = pauseReason.safeParse(said);
  if (!reason.success) {
    const reasons = pauseReason.options.join(', ');
    throw new CommandFailure(`--pause: ${said} is no reason; there are ${reasons}`, 2);
  }
  if (from === undefined || to === undefined || to <= from) {
    throw new CommandFailure(`--pause: "${span}" is no span; give <from>..<to>`, 2);
  }
  return { from, to, reason: reason.data };
}

/** The sentence, then a line a segment, in the clock's own time. */
function printLedger({ sentence, segments, timeZone }: ExplanationView, lang: ExplainLanguage) {
  const format = new Intl.DateTimeFormat('sv-SE', {
    ...{ timeZone, dateStyle: 'short', timeStyle: 'short' },
  });
  process.stdout.write(`${sentence[lang]}\n`);
  printRows(
    segments.map(({ from, to, minutes, totalMs, text }) => ({
      from: format.format(new Date(from)),
      to: format.format(new Date(to)),
      minutes: String(Math.round(minutes * 100) / 100),
      total: String(Math.round(totalMs / 600) / 100),
      what: text[lang],
    })),
    ['from', 'to', 'minutes', 'total', 'what'],
  );
}
