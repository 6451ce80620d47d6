import { countsWorkingTime } from './explain.js';
import type { ClockExplanation } from './explain.js';
import type { LedgerSegment } from './explain-ledger.js';
import { explainTexts } from './explain-catalogue.js';
import type { ExplainLanguage, ExplainTexts } from './explain-texts.js';
import { explainSegment, explainSentence } from './explain-words.js';
import type { Instant } from './calendar-spec.js';

/** A segment as JSON: instants in ISO 8601, milliseconds whole, minutes beside them for readers. */
export interface SegmentView {
  type: LedgerSegment['type'];
  from: string;
  to: string;
  minutes: number;
  countedMs: number;
  totalMs: number;
  label: LedgerSegment['label'];
  params: Record<string, unknown>;
  text: Record<ExplainLanguage, string>;
}

/** An explanation as JSON. */
export interface ExplanationView {
  sentence: Record<ExplainLanguage, string>;
  rule: string;
  policyVersion: number;
  calendar: string;
  timeZone: string;
  budgetMs: number;
  countedMs: number;
  segments: SegmentView[];
}

const iso = (instant: Instant) => new Date(instant).toISOString();

export function toExplanationView(explanation: ClockExplanation): ExplanationView {
  const { rule, policyVersion, calendar, tz, budgetMs, countedMs, segments } = explanation;
  return {
    sentence: {
      'zh-CN': explainSentence(explanation, 'zh-CN'),
      en: explainSentence(explanation, 'en'),
    },
    ...{ rule, policyVersion, calendar, timeZone: tz, budgetMs, countedMs },
    segments: segments.map((segment) => ({
      type: segment.type,
      from: iso(segment.from),
      to: iso(segment.to),
      minutes: segment.countedMs / 60_000,
      countedMs: segment.countedMs,
      totalMs: segment.totalMs,
      label: segment.label,
      params: paramsOf(segment),
      text: {
        'zh-CN': explainSegment(explanation, segment, 'zh-CN'),
        en: explainSegment(explanation, segment, 'en'),
      },
    })),
  };
}

function paramsOf({ params: { change, ...said } }: LedgerSegment): Record<string, unknown> {
  if (!change) return said;
  const { before, after, cause } = change;
  const side = (terms: typeof before) => ({ ...terms, dueAt: iso(terms.dueAt) });
  return { cause, before: side(before), after: side(after) };
}

/** The ledger as a table for a printer or a dispute, in one language; lines end with `\n`. */
export function printExplanation(explanation: ClockExplanation, language: ExplainLanguage): string {
  const texts = explainTexts[language];
  const { table } = texts;
  const { clock, tz, calendar, rule, policyVersion, days, segments } = explanation;
  const moment = (at: Instant) => texts.moment(days.wallTime(at), true);
  const kind = table.kinds[clock.kind] ?? clock.kind;
  const facts: [string, string][] = [
    [table.clock, `${kind}${clock.stage ? ` ${clock.stage}` : ''} (${clock.clockId})`],
    [table.state, table.states[clock.state] ?? clock.state],
    [table.rule, table.ruleOf(rule, policyVersion)],
    [table.calendar, `${calendar} (${tz})`],
    [table.budget, budgetsOf(explanation, texts)],
    [table.counted, texts.duration(explanation.countedMs)],
  ];
  const rows = segments.map((segment) => [
    moment(segment.from),
    segment.to === segment.from ? '' : moment(segment.to),
    segment.to === segment.from ? '' : texts.duration(segment.countedMs),
    texts.duration(segment.totalMs),
    explainSegment(explanation, segment, language),
  ]);
  return [
    table.title,
    explainSentence(explanation, language),
    '',
    ...align(facts),
    '',
    ...align([[...table.columns], ...rows]),
    '',
  ].join('\n');
}

function budgetsOf({ clock, budgetMs }: ClockExplanation, texts: ExplainTexts): string {
  const said = [clock.budget, ...(clock.extensions ?? [])].map(texts.budget).join(' + ');
  const isPlain = clock.budget.unit === 'working-minutes' && !clock.extensions?.length;
  const measured = texts.duration(budgetMs);
  return isPlain || !countsWorkingTime(clock.budget) ? said : `${said} = ${measured}`;
}

/** Columns padded to the width they take on a terminal, where a Chinese character takes two places. */
function align(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => width(row[column]!))));
  return rows.map((row) =>
    row
      .map((text, column) => text + ' '.repeat(widths[column]! - width(text)))
      .join('  ')
      .trimEnd(),
  );
}

function width(text: string): number {
  let places = 0;
  for (const character of text) places += character >= '\u2e80' ? 2 : 1;
  return places;
}
