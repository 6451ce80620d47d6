import type { Budget } from './budget.js';
import type { ClockExplanation } from './explain.js';
import { countsWorkingTime } from './explain.js';
import type { LedgerSegment } from './explain-ledger.js';
import { explainTexts } from './explain-catalogue.js';
import type { ExplainLanguage, ExplainTexts, PauseSum, Speech } from './explain-texts.js';

/** Holidays that a sentence names; the others are only counted. */
const namedHolidays = 4;

/** One sentence that says why a clock is due, met or breached when it is, in its zone's local time. */
export function explainSentence(explanation: ClockExplanation, language: ExplainLanguage): string {
  const texts = explainTexts[language];
  const { clock, calendar } = explanation;
  const speech = speechOf(explanation, texts);
  const { budget, startedAt } = clock;
  const terms = texts.terms(budget, speech.moment(startedAt), calendar);
  return texts.sentence(headOf(explanation, texts), terms, detailsOf(explanation, texts, speech));
}

/** A budget in words: `5 个工作日`, `5 working days`. */
export const budgetInWords = (budget: Budget, language: ExplainLanguage): string =>
  explainTexts[language].budget(budget);

/** What one segment is, in words. */
export function explainSegment(
  explanation: ClockExplanation,
  segment: LedgerSegment,
  language: ExplainLanguage,
): string {
  const texts = explainTexts[language];
  return texts.segment(segment, speechOf(explanation, texts));
}

/** Times of the explanation; the year is said where it is not the due date's. */
function speechOf({ days, clock }: ClockExplanation, texts: ExplainTexts): Speech {
  const { year } = days.wallTime(clock.dueAt);
  return {
    moment(at) {
      const time = days.wallTime(at);
      return texts.moment(time, time.year !== year);
    },
    date(at) {
      const time = days.wallTime(at);
      return texts.date(time, time.year !== year);
    },
  };
}

function headOf({ clock, days, tz, until }: ClockExplanation, texts: ExplainTexts): string {
  const { head } = texts;
  const zone = texts.zone(tz);
  const full = (at: number) => texts.moment(days.wallTime(at), true);
  const { state, dueAt, stoppedAt, pauses = [] } = clock;
  switch (state) {
    case 'running':
      return head.due(full(dueAt), zone);
    case 'paused': {
      const pause = pauses.at(-1);
      return head.paused(full(pause?.from ?? until), zone, pause?.reason);
    }
    case 'met':
      return head.met(full(stoppedAt ?? dueAt), zone, full(dueAt));
    case 'cancelled':
      return head.cancelled(full(stoppedAt ?? until), zone);
    case 'breached': {
      if (stoppedAt === undefined || stoppedAt <= dueAt) return head.breached(full(dueAt), zone);
      const late = countsWorkingTime(clock.budget)
        ? texts.worked(days.calendar.workingBetween(dueAt, stoppedAt))
        : texts.duration(stoppedAt - dueAt);
      return head.late(full(dueAt), zone, full(stoppedAt), late);
    }
  }
}

function detailsOf(explanation: ClockExplanation, texts: ExplainTexts, speech: Speech): string[] {
  const { clock, days, segments, countedMs, budgetMs, until } = explanation;
  const details: string[] = [];
  if (clock.budget.unit === 'working-days') {
    // What begins in the night is due at the time of day of the opening, not at that of its start.
    const opening = days.calendar.nextWorking(clock.startedAt);
    if (opening !== clock.startedAt) details.push(texts.daysFrom(speech.moment(opening)));
  }
  if (until !== clock.dueAt) {
    const isWorking = countsWorkingTime(clock.budget);
    const budget = isWorking ? texts.worked(budgetMs) : texts.duration(budgetMs);
    details.push(texts.used(texts.duration(countedMs), budget));
  }
  details.push(...holidaysOf(explanation, texts));
  const pauses = new Map<string, PauseSum>();
  let last: LedgerSegment | undefined;
  for (const segment of segments) {
    const { type, params, from } = segment;
    if (type === 'make-up' && (last?.type !== type || last.params.name !== params.name)) {
      details.push(texts.makeUp(texts.dayName(params.name), speech.date(from)));
    }
    if (type === 'paused' && params.reason) {
      const sum = pauses.get(params.reason) ?? {
        ...{ reason: params.reason, times: 0, insideMs: 0, outsideMs: 0 },
      };
      // A change in the middle of a pause splits its segment, not the pause.
      sum.times = (clock.pauses ?? []).filter(({ reason }) => reason === params.reason).length;
      sum.insideMs += params.insideMs ?? 0;
      sum.outsideMs += params.outsideMs ?? 0;
      pauses.set(params.reason, sum);
    }
    if (type === 'extension' || type === 'recalculation') {
      details.push(texts.segment(segment, speech));
    }
    if (type !== 'closed') last = segment;
  }
  for (const sum of pauses.values()) details.push(texts.paused(sum));
  if (segments.some(({ type }) => type === 'rolled')) details.push(texts.rolled);
  return details;
}

function holidaysOf({ segments, days, clock }: ClockExplanation, texts: ExplainTexts): string[] {
  const { year } = days.wallTime(clock.dueAt);
  const dates = new Map<string, string[]>();
  for (const { type, from, to, params } of segments) {
    if (type !== 'holiday') continue;
    const first = days.wallTime(from);
    const said = texts.dates(first, days.wallTime(to - 1), first.year !== year);
    const name = texts.dayName(params.name);
    const known = dates.get(name);
    if (!known) dates.set(name, [said]);
    else if (!known.includes(said)) known.push(said);
  }
  const said = [...dates].map(([name, spans]) => texts.holiday(name, spans));
  const rest = said.length - namedHolidays;
  return rest > 1 ? [...said.slice(0, namedHolidays), texts.moreHolidays(rest)] : said;
}
