import type { Budget } from './budget.js';

/** How budgets are written on a command line and in compact rows. */
export const budgetTextHelp =
  '8h or 90m of working time, 5d or 5d-end working days, 15cd or 15cd-roll calendar days, 24eh or 30em around the clock';

/** Reads `8h`, `90m`, `5d`, `5d-end`, `15cd`, `15cd-roll`, `24eh`, `30em`; undefined when it is none of them. */
export function parseBudget(text: string): Budget | undefined {
  const parts = /^(\d+(?:\.\d+)?)(h|m|d|d-end|cd|cd-roll|eh|em)$/.exec(text.trim());
  if (!parts) return undefined;
  const count = Number(parts[1]);
  const unit = parts[2]!;
  if (count <= 0 || (unit.includes('d') && !Number.isInteger(count))) return undefined;
  switch (unit) {
    case 'h':
    case 'm':
      return { unit: 'working-minutes', minutes: unit === 'h' ? count * 60 : count };
    case 'eh':
    case 'em':
      return { unit: 'elapsed-minutes', minutes: unit === 'eh' ? count * 60 : count };
    case 'd':
      return { unit: 'working-days', days: count, at: 'same-time' };
    case 'd-end':
      return { unit: 'working-days', days: count, at: 'end-of-day' };
    default:
      return unit === 'cd'
        ? { unit: 'calendar-days', days: count }
        : { unit: 'calendar-days', days: count, roll: 'next-working' };
  }
}

/** The text that `parseBudget` reads; `external` of an external budget, which no text gives. */
export function formatBudget(budget: Budget): string {
  switch (budget.unit) {
    case 'working-minutes':
      return `${budget.minutes}m`;
    case 'elapsed-minutes':
      return `${budget.minutes}em`;
    case 'working-days':
      return `${budget.days}${budget.at === 'end-of-day' ? 'd-end' : 'd'}`;
    case 'calendar-days':
      return `${budget.days}${budget.roll ? 'cd-roll' : 'cd'}`;
    case 'external':
      return 'external';
  }
}
