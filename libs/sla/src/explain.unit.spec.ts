import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { explainedClocks } from '../test/explained-clocks.js';
import type { ExplainedClock } from '../test/explained-clocks.js';
import { BusinessCalendar } from './business-calendar.js';
import { dueInstant } from './budget.js';
import type { Budget } from './budget.js';
import type { CalendarSpec, Window } from './calendar-spec.js';
import type { Clock, ClockPause } from './clock.js';
import { extendClock } from './clock-recalculate.js';
import { countsWorkingTime, explainClock } from './explain.js';
import type { ClockExplanation } from './explain.js';
import { printExplanation, toExplanationView } from './explain-print.js';
import { explainSentence } from './explain-words.js';
import { dueWithPauses } from './pause-replay.js';

const at = (text: string) => Date.parse(text);
const hour = 3_600_000;
const workday: Window[] = [
  ['09:00', '12:00'],
  ['13:00', '18:00'],
];
const nationalDay = ['01', '02', '03', '04', '05', '06', '07'].map((day) => `2026-10-${day}`);
const office = new BusinessCalendar({
  id: 'office',
  version: 3,
  tz: 'Asia/Shanghai',
  hours: {
    ...{ mon: workday, tue: workday, wed: workday, thu: workday, fri: workday },
    ...{ sat: [], sun: [] },
  },
  holidays: nationalDay,
  overrides: { '2026-10-10': workday },
  names: {
    ...Object.fromEntries(nationalDay.map((day) => [day, { zh: '国庆节', en: 'National Day' }])),
    '2026-10-10': { zh: '国庆节调休', en: 'for National Day' },
  },
} satisfies CalendarSpec);

function clockOf(
  startedAt: string,
  budget: Budget,
  pauses: ClockPause[] = [],
  changes: Partial<Clock> = {},
): Clock {
  const start = at(startedAt);
  return {
    ...{ clockId: 'c1', kind: 'resolution', state: 'running', startedAt: start },
    dueAt: dueWithPauses(start, budget, pauses, office),
    ...{ budget, calendar: 'office@3', thresholds: [], warned: [], revision: 1, pauses },
    ...changes,
  };
}

const explain = (clock: Clock, now = clock.dueAt) =>
  explainClock(clock, () => office, { rule: 'standard', policyVersion: 4, now });
const hours = (count: number): Budget => ({ unit: 'working-minutes', minutes: count * 60 });
const lines = ({ segments }: ClockExplanation) =>
  segments.map(({ label, countedMs }) => `${label} ${countedMs / hour}`);

describe('the ledger of a clock', () => {
  it('names the holiday, the make-up day and the pause between start and due', () => {
    const pause = {
      from: at('2026-10-09T09:30+08:00'),
      to: at('2026-10-09T11:40+08:00'),
      reason: 'awaiting-customer',
    } as const;
    const explanation = explain(clockOf('2026-09-30T15:00+08:00', hours(20), [pause]));
    expect(lines(explanation)).toEqual([
      'counted 3',
      'closed-hours 0',
      'holiday 0',
      'closed-hours 0',
      'counted 3',
      'closed-break 0',
      'counted 5',
      'closed-hours 0',
      'counted 0.5',
      'paused 0',
      `counted ${1 / 3}`,
      'closed-break 0',
      'counted 5',
      'closed-hours 0',
      'make-up 3',
      'closed-break 0',
      `make-up ${1 / 6}`,
    ]);
    expect(explainSentence(explanation, 'en')).toBe(
      'Due Sat 10 Oct 2026 13:10 (Shanghai): 20 working hours from Wed 30 Sep 15:00 on calendar office@3; ' +
        'National Day closed 1-7 Oct; worked on Sat 10 Oct (for National Day); paused 2 h 10 min awaiting the customer.',
    );
    expect(explainSentence(explanation, 'zh-CN')).toBe(
      '截止时间 2026年10月10日（周六）13:10（北京时间）：自 9月30日（周三）15:00 起 20 个工作小时，按日历 office@3 计算；' +
        '国庆节10月1日至7日放假；10月10日（周六）上班（国庆节调休）；因等待客户暂停 2 小时 10 分钟。',
    );
  });

  it('says from when working days count that were promised outside hours', () => {
    const budget = { unit: 'working-days', days: 2, at: 'same-time' } as const;
    const explanation = explain(clockOf('2026-09-30T19:00+08:00', budget));
    expect(explainSentence(explanation, 'en')).toBe(
      'Due Sat 10 Oct 2026 09:00 (Shanghai): 2 working days from Wed 30 Sep 19:00 on calendar office@3; ' +
        'counted from the next opening, Thu 8 Oct 09:00; National Day closed 1-7 Oct.',
    );
    expect(explainSentence(explanation, 'zh-CN')).toBe(
      '截止时间 2026年10月10日（周六）09:00（北京时间）：自 9月30日（周三）19:00 起 2 个工作日，按日历 office@3 计算；' +
        '自下一工作时间 10月8日（周四）09:00 起计；国庆节10月1日至7日放假。',
    );
    const within = explain(clockOf('2026-10-08T09:00+08:00', budget));
    expect(explainSentence(within, 'en')).not.toContain('opening');
    const byEnd = { ...budget, at: 'end-of-day' } as const;
    expect(explainSentence(explain(clockOf('2026-10-08T20:00+08:00', byEnd)), 'en')).toContain(
      'from Thu 8 Oct 20:00 on calendar office@3; counted from the next opening, Fri 9 Oct 09:00',
    );
  });

  it('folds whole weeks, so that 250 working days stay readable', () => {
    const budget = { unit: 'working-days', days: 250, at: 'same-time' } as const;
    const explanation = explain(clockOf('2026-03-02T10:00+08:00', budget));
    expect(explanation.segments.length).toBeLessThan(25);
    expect(explanation.segments.find(({ label }) => label === 'counted-days')).toMatchObject({
      params: { days: 152, hours: '09:00-12:00 13:00-18:00' },
      countedMs: 152 * 8 * hour,
    });
    expect(explanation.countedMs).toBe(explanation.budgetMs);
  });

  it('counts up to the stop of a clock that was met', () => {
    const met = { state: 'met', stoppedAt: at('2026-01-05T11:00+08:00') } as const;
    const explanation = explain(clockOf('2026-01-05T10:00+08:00', hours(2), [], met));
    expect(explanation).toMatchObject({ countedMs: hour, budgetMs: 2 * hour });
    expect(explainSentence(explanation, 'en')).toBe(
      'Met Mon 5 Jan 2026 11:00 (Shanghai), due Mon 5 Jan 2026 12:00: 2 working hours from Mon 5 Jan 10:00 ' +
        'on calendar office@3; 1 h of 2 h of working time used.',
    );
  });

  it('shows where a late clock was due, and how late it was in its own measure', () => {
    const late = { state: 'breached', stoppedAt: at('2026-01-06T10:00+08:00') } as const;
    const explanation = explain(clockOf('2026-01-05T15:00+08:00', hours(2), [], late));
    expect(lines(explanation)).toEqual([
      'counted 2',
      'due 0',
      'counted 1',
      'closed-hours 0',
      'counted 1',
    ]);
    expect(explainSentence(explanation, 'en')).toContain(
      'done Tue 6 Jan 2026 10:00, 2 h of working time late:',
    );
  });

  it('tells a paused clock up to now, with what is used', () => {
    const paused = {
      state: 'paused',
      dueAt: at('2026-01-05T14:00+08:00'),
      pauses: [{ from: at('2026-01-05T11:00+08:00'), reason: 'disputed-facts' }],
    } as const;
    const clock = clockOf('2026-01-05T10:00+08:00', hours(3), [], paused);
    const explanation = explain(clock, at('2026-01-06T11:00+08:00'));
    expect(explanation).toMatchObject({ countedMs: hour, pausedMs: 8 * hour, budgetMs: 3 * hour });
    expect(explanation.segments.at(-1)).toMatchObject({ params: { outsideMs: 16 * hour } });
    expect(explainSentence(explanation, 'en')).toMatch(
      /^Paused since .* while facts are disputed:/,
    );
  });

  it('says how an extension and a change of priority moved the due instant', () => {
    const start = '2026-01-05T10:00+08:00';
    const terms = (dueAt: string, rule: string, extensions: Budget[] = []) => ({
      ...{ budget: hours(8), extensions, calendar: 'office@3', policyVersion: 4, rule },
      dueAt: at(dueAt),
    });
    const clock = clockOf(start, hours(8), [], {
      dueAt: at('2026-01-06T14:00+08:00'),
      extensions: [hours(3)],
      changes: [
        {
          at: at('2026-01-05T11:00+08:00'),
          cause: 'priority',
          before: terms('2026-01-06T18:00+08:00', 'standard'),
          after: terms('2026-01-06T10:00+08:00', 'urgent'),
        },
        {
          at: at('2026-01-05T17:00+08:00'),
          cause: 'extension',
          before: terms('2026-01-06T10:00+08:00', 'urgent'),
          after: terms('2026-01-06T14:00+08:00', 'urgent', [hours(3)]),
        },
      ],
    });
    const explanation = explain(clock);
    expect(explanation).toMatchObject({ countedMs: 11 * hour, budgetMs: 11 * hour });
    expect(explainSentence(explanation, 'en')).toContain(
      '; recalculated after a change of priority, now by the rule "urgent" and no longer "standard": ' +
        'until Mon 5 Jan 11:00 it was due Tue 6 Jan 18:00, since then Tue 6 Jan 10:00; extended by 3 working hours: due Tue 6 Jan 10:00 before, Tue 6 Jan 14:00 after.',
    );
    expect(toExplanationView(explanation).segments[1]).toMatchObject({
      type: 'recalculation',
      params: { cause: 'priority', before: { dueAt: '2026-01-06T10:00:00.000Z' } },
    });
  });

  it('says that a change moved the due instant into the past', () => {
    const terms = { budget: hours(8), extensions: [], calendar: 'office@3', policyVersion: 4 };
    const clock = clockOf('2026-01-05T10:00+08:00', hours(1), [], {
      dueAt: at('2026-01-05T11:00+08:00'),
      changes: [
        {
          at: at('2026-01-05T16:00+08:00'),
          cause: 'severity',
          before: { ...terms, rule: 'urgent', dueAt: at('2026-01-06T18:00+08:00') },
          after: { ...terms, rule: 'urgent', dueAt: at('2026-01-05T11:00+08:00') },
        },
      ],
    });
    const explanation = explain(clock);
    expect(explainSentence(explanation, 'en')).toContain(
      'recalculated after a change of severity: until Mon 5 Jan 16:00 it was due Tue 6 Jan 18:00, ' +
        'since then Mon 5 Jan 11:00, which was past by then.',
    );
    expect(explainSentence(explanation, 'zh-CN')).toContain('1月5日（周一）11:00，当时已过');
  });

  it('waits for the next opening behind calendar days without counting it', () => {
    const budget = { unit: 'calendar-days', days: 2, roll: 'next-working' } as const;
    const explanation = explain(clockOf('2026-01-08T10:00+08:00', budget));
    expect(lines(explanation)).toEqual(['counted-plain 48', 'rolled 0']);
    expect(explanation).toMatchObject({ countedMs: 48 * hour, budgetMs: 48 * hour });
  });

  it('prints a table whose columns are aligned in both languages', () => {
    const explanation = explain(clockOf('2026-09-30T15:00+08:00', hours(4)));
    expect(printExplanation(explanation, 'en')).toMatchInlineSnapshot(`
     "How this deadline came about
     Due Thu 8 Oct 2026 10:00 (Shanghai): 4 working hours from Wed 30 Sep 15:00 on calendar office@3; National Day closed 1-7 Oct.

     Clock     resolution (c1)
     State     running
     Rule      standard, policy version 4
     Calendar  office@3 (Asia/Shanghai)
     Budget    4 working hours
     Counted   4 h

     From                   To                     Counts  Total  What
     Wed 30 Sep 2026 15:00  Wed 30 Sep 2026 18:00  3 h     3 h    working hours
     Wed 30 Sep 2026 18:00  Thu 1 Oct 2026 00:00   0 min   3 h    closed
     Thu 1 Oct 2026 00:00   Thu 8 Oct 2026 00:00   0 min   3 h    holiday: National Day
     Thu 8 Oct 2026 00:00   Thu 8 Oct 2026 09:00   0 min   3 h    closed
     Thu 8 Oct 2026 09:00   Thu 8 Oct 2026 10:00   1 h     4 h    working hours
     "
    `);
    expect(printExplanation(explanation, 'zh-CN')).toMatchInlineSnapshot(`
     "时限计算说明
     截止时间 2026年10月8日（周四）10:00（北京时间）：自 9月30日（周三）15:00 起 4 个工作小时，按日历 office@3 计算；国庆节10月1日至7日放假。

     时钟  办结 (c1)
     状态  计时中
     规则  standard，规则版本 4
     日历  office@3 (Asia/Shanghai)
     时限  4 个工作小时
     已计  4 小时

     起                          止                          计入    累计    说明
     2026年9月30日（周三）15:00  2026年9月30日（周三）18:00  3 小时  3 小时  工作时间
     2026年9月30日（周三）18:00  2026年10月1日（周四）00:00  0 分钟  3 小时  非工作时间
     2026年10月1日（周四）00:00  2026年10月8日（周四）00:00  0 分钟  3 小时  节假日：国庆节
     2026年10月8日（周四）00:00  2026年10月8日（周四）09:00  0 分钟  3 小时  非工作时间
     2026年10月8日（周四）09:00  2026年10月8日（周四）10:00  1 小时  4 小时  工作时间
     "
    `);
  });
});

const due = ({ calendar, clock }: ExplainedClock) =>
  dueInstant(clock.startedAt, clock.budget, calendar);
const measure = ({ calendar, clock }: ExplainedClock, from: number, to: number) =>
  countsWorkingTime(clock.budget) ? calendar.workingBetween(from, to) : Math.max(0, to - from);
const explained = ({ calendar, clock }: ExplainedClock) =>
  explainClock(clock, () => calendar, { rule: 'any', policyVersion: 1, now: clock.dueAt });

describe('the ledger of any clock', () => {
  it('adds up to the budget to the millisecond, pauses included', () => {
    fc.assert(
      fc.property(explainedClocks, (one) => {
        const { segments, countedMs, budgetMs } = explained(one);
        const isRolled = one.clock.budget.unit === 'calendar-days' && one.clock.budget.roll;
        expect(countedMs).toBe(budgetMs);
        if (!isRolled) expect(budgetMs).toBe(measure(one, one.clock.startedAt, due(one)));
        let total = 0;
        for (const segment of segments) {
          total += segment.countedMs;
          expect(segment.totalMs).toBe(total);
        }
        expect(total).toBe(countedMs);
      }),
      { numRuns: 2_000 },
    );
  });

  it('adds up to the budget and its extensions, of whatever unit', () => {
    const extension = fc.constantFrom<Budget>(
      { unit: 'calendar-days', days: 3 },
      { unit: 'working-days', days: 2, at: 'end-of-day' },
      { unit: 'working-minutes', minutes: 100 },
    );
    fc.assert(
      fc.property(explainedClocks, fc.array(extension, { maxLength: 3 }), (one, extensions) => {
        const origin = { rule: 'any', policyVersion: 1 };
        const calendars = () => one.calendar;
        const clock = extensions.reduce(
          (extended, by) => extendClock(extended, by, origin, extended.dueAt, calendars),
          one.clock,
        );
        const { countedMs, budgetMs, segments } = explained({ ...one, clock });
        expect(countedMs).toBe(budgetMs);
        expect(segments.filter(({ type }) => type === 'extension')).toHaveLength(extensions.length);
      }),
      { numRuns: 500 },
    );
  });

  it('has segments without a gap from start to due, each counting what the calendar says', () => {
    fc.assert(
      fc.property(explainedClocks, (one) => {
        const { segments } = explained(one);
        let reached = one.clock.startedAt;
        for (const { from, to, type, countedMs } of segments) {
          expect(from).toBe(reached);
          expect(to).toBeGreaterThan(from);
          reached = to;
          if (type === 'rolled') continue;
          const worked = type === 'paused' ? 0 : measure(one, from, to);
          expect(countedMs).toBe(worked);
        }
        expect(reached).toBe(one.clock.dueAt);
      }),
      { numRuns: 2_000 },
    );
  });

  it('adds up to what was used of a clock that stopped anywhere', () => {
    const stops = fc.integer({ min: 0, max: 40 * 24 * hour });
    fc.assert(
      fc.property(explainedClocks, stops, ({ calendar, clock }, after) => {
        const stoppedAt = clock.startedAt + after;
        const state = stoppedAt <= clock.dueAt ? 'met' : 'breached';
        const stopped = { calendar, clock: { ...clock, state, stoppedAt } as Clock };
        const { countedMs, pausedMs, segments } = explained(stopped);
        const rolled = segments.filter(({ type }) => type === 'rolled');
        const waitedMs = rolled.reduce((sum, { from, to }) => sum + to - from, 0);
        const whole = measure(stopped, clock.startedAt, stoppedAt);
        expect(countedMs + pausedMs + waitedMs).toBe(whole);
      }),
      { numRuns: 500 },
    );
  });
});
