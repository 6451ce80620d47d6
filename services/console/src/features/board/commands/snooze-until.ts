/** Until when somebody wants no reminders: for a while, until tomorrow morning, or until an instant of their own. */
export const snoozeChoices = ['30', '60', '240', 'tomorrow', 'date'] as const;
export type SnoozeChoice = (typeof snoozeChoices)[number];

/** When a morning begins, by the clock on the wall of whoever chooses it. */
const morning = 9;
/** The server refuses to keep silent for longer. */
const mostMs = 7 * 24 * 3_600_000;

/** The instant that a choice means at `now`, both in epoch milliseconds; `date` where it is one of their own. */
export function snoozeUntil(choice: SnoozeChoice, now: number, date?: number): number | undefined {
  if (choice === 'date') return date;
  if (choice !== 'tomorrow') return now + Number(choice) * 60_000;
  const tomorrow = new Date(now);
  tomorrow.setDate(tomorrow.getDate() + 1);
  return tomorrow.setHours(morning, 0, 0, 0);
}

/** Whether reminders can be kept until then. */
export const isSnoozable = (until: number, now: number): boolean =>
  until > now && until - now <= mostMs;

/** Whether reminders can be kept until some time of a day, which begins at `day`. */
export const hasSnoozable = (day: number, now: number): boolean =>
  day + 24 * 3_600_000 > now && day - now <= mostMs;

/** Cases whose reminders can wait, and those that are critical: theirs go on. What is not worked on has none. */
export function snoozable<Of extends { priority: string; caseStatus: string }>(
  all: readonly Of[],
): { wait: Of[]; goOn: Of[] } {
  const isCritical = ({ priority }: Of) => priority === 'critical';
  const reminded = all.filter(({ caseStatus: at }) => at === 'open' || at === 'paused');
  return {
    wait: reminded.filter((one) => !isCritical(one)),
    goOn: reminded.filter(isCritical),
  };
}
