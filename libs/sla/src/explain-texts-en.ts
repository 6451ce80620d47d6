import type { Budget } from './budget.js';
import type { DayName } from './calendar-spec.js';
import type { ClockChange } from './clock.js';
import type { ExplainTexts, Speech } from './explain-texts.js';
import type { PauseReason } from './policy.js';

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const reasons: Record<PauseReason, string> = {
  'awaiting-customer': 'awaiting the customer',
  'awaiting-third-party': 'awaiting a third party',
  'agreed-appointment': 'until an agreed appointment',
  'force-majeure': 'for force majeure',
  'disputed-facts': 'while facts are disputed',
};
const causes: Record<ClockChange['cause'], string> = {
  priority: 'a change of priority',
  severity: 'a change of severity',
  tier: 'a change of tier',
  codes: 'an amendment of codes',
  policy: 'a change of policy',
  calendar: 'a change of calendar',
  extension: 'an extension',
};

const plural = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;

function ordinal(count: number): string {
  const isTeen = count % 100 > 10 && count % 100 < 14;
  return `${count}${(!isTeen && { 1: 'st', 2: 'nd', 3: 'rd' }[count % 10]) || 'th'}`;
}

function duration(ms: number): string {
  const hours = Math.floor(ms / 3_600_000);
  const minutes = Math.floor(ms / 60_000) % 60;
  const seconds = (ms % 60_000) / 1_000;
  const parts = [
    ...(hours > 0 ? [`${hours} h`] : []),
    ...(minutes > 0 ? [`${minutes} min`] : []),
    ...(seconds > 0 ? [`${seconds} s`] : []),
  ];
  return parts.join(' ') || '0 min';
}

function minutesOf(minutes: number, kind: string): string {
  return minutes % 60 === 0
    ? plural(minutes / 60, `${kind}hour`)
    : plural(minutes, `${kind}minute`);
}

function budgetOf(budget: Budget): string {
  switch (budget.unit) {
    case 'working-minutes':
      return minutesOf(budget.minutes, 'working ');
    case 'elapsed-minutes':
      return `${minutesOf(budget.minutes, '')} around the clock`;
    case 'working-days':
      return budget.at === 'end-of-day'
        ? `until the end of the ${ordinal(budget.days)} working day`
        : plural(budget.days, 'working day');
    case 'calendar-days':
      return `${plural(budget.days, 'calendar day')}${budget.roll ? ' and on to the next opening' : ''}`;
    case 'external':
      return 'the due date that came with the complaint';
  }
}

function change({ at, cause, before, after }: ClockChange, { moment }: Speech): string {
  const added = after.extensions.at(-1);
  if (cause === 'extension' && added) {
    const moved = `due ${moment(before.dueAt)} before, ${moment(after.dueAt)} after`;
    return `extended by ${budgetOf(added)}: ${moved}`;
  }
  const isOther = before.rule !== after.rule;
  const rules = isOther ? `, now by the rule "${after.rule}" and no longer "${before.rule}"` : '';
  const past = after.dueAt <= at ? ', which was past by then' : '';
  const moved = `until ${moment(at)} it was due ${moment(before.dueAt)}, since then ${moment(after.dueAt)}`;
  return `recalculated after ${causes[cause]}${rules}: ${moved}${past}`;
}

const dayName = (name: DayName = '') => (typeof name === 'string' ? name : name.en);
const named = (what: string, name: string) => (name === '' ? what : `${what}: ${name}`);

export const en: ExplainTexts = {
  moment: (time, withYear) => `${en.date(time, withYear)} ${time.time}`,
  date: ({ year, month, date, weekday }, withYear) =>
    `${weekdays[weekday]} ${date} ${months[month - 1]}${withYear ? ` ${year}` : ''}`,
  dates(first, last, withYear) {
    const month = months[last.month - 1]!;
    const year = withYear ? ` ${last.year}` : '';
    if (first.month !== last.month) {
      return `${first.date} ${months[first.month - 1]}-${last.date} ${month}${year}`;
    }
    return `${first.date === last.date ? '' : `${first.date}-`}${last.date} ${month}${year}`;
  },
  zone: (tz) => tz.slice(tz.lastIndexOf('/') + 1).replaceAll('_', ' '),
  duration,
  worked: (ms) => `${duration(ms)} of working time`,
  budget: budgetOf,
  terms: (budget, from, calendar) => `${budgetOf(budget)} from ${from} on calendar ${calendar}`,
  head: {
    due: (due, zone) => `Due ${due} (${zone})`,
    paused: (since, zone, reason) =>
      `Paused since ${since} (${zone})${reason ? ` ${reasons[reason]}` : ''}`,
    met: (stop, zone, due) => `Met ${stop} (${zone}), due ${due}`,
    breached: (due, zone) => `Breached ${due} (${zone})`,
    late: (due, zone, stop, late) => `Breached ${due} (${zone}), done ${stop}, ${late} late`,
    cancelled: (stop, zone) => `Cancelled ${stop} (${zone})`,
  },
  daysFrom: (opening) => `counted from the next opening, ${opening}`,
  used: (used, budget) => `${used} of ${budget} used`,
  dayName,
  holiday: (name, dates) => `${name ? `${name} ` : ''}closed ${dates.join(', ')}`,
  moreHolidays: (count) => `${count} more holidays`,
  makeUp: (name, date) => `worked on ${date}${name ? ` (${name})` : ''}`,
  paused({ reason, times, insideMs, outsideMs }) {
    const often = times > 1 ? `${times} times, ` : '';
    const outside = outsideMs > 0 ? `, and ${duration(outsideMs)} outside working hours` : '';
    return `paused ${often}${duration(insideMs)} ${reasons[reason]}${outside}`;
  },
  rolled: 'then on to the next opening',
  segment({ label, params }, speech) {
    const { days = 0, hours, reason, insideMs = 0, outsideMs = 0 } = params;
    const name = dayName(params.name);
    switch (label) {
      case 'counted':
        return 'working hours';
      case 'counted-days':
        return `${plural(days, 'working day')}${hours ? `, ${hours}` : ''}`;
      case 'counted-plain':
        return 'every hour counts';
      case 'special-day':
        return named('working hours of a special day', name);
      case 'make-up':
        return named('make-up working day', name);
      case 'closed-hours':
        return 'closed';
      case 'closed-break':
        return 'break';
      case 'closed-days':
        return 'closed, days off';
      case 'holiday':
        return named('holiday', name);
      case 'paused':
        return `paused ${reason ? reasons[reason] : ''}: ${duration(insideMs)} that would have counted, ${duration(outsideMs)} outside`;
      case 'rolled':
        return 'on to the next opening';
      case 'extension':
      case 'recalculation':
        return params.change ? change(params.change, speech) : label;
      case 'due':
        return 'due here: what follows is late';
    }
  },
  sentence: (head, terms, details) => `${[`${head}: ${terms}`, ...details].join('; ')}.`,
  table: {
    title: 'How this deadline came about',
    clock: 'Clock',
    kinds: {},
    state: 'State',
    states: {},
    rule: 'Rule',
    ruleOf: (rule, policyVersion) => `${rule}, policy version ${policyVersion}`,
    calendar: 'Calendar',
    budget: 'Budget',
    counted: 'Counted',
    columns: ['From', 'To', 'Counts', 'Total', 'What'],
  },
};
