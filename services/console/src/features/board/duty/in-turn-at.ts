import { zonedText } from '../../../shared/zoned-text.js';
import type { DutyRoster } from '../board-types.js';

const dayMs = 86_400_000;
const dayOf = (date: string) => Date.parse(date) / dayMs;

/** Whose turn it is at an instant, whoever took over or is away; before its first handover a roster counts backwards. */
export function inTurnAt(
  roster: Pick<DutyRoster, 'tz' | 'firstDay' | 'handover' | 'days' | 'people'>,
  at: number,
): string | undefined {
  const { tz, firstDay, handover, days, people } = roster;
  const [date = '', time = ''] = zonedText(new Date(at).toISOString(), tz).split(' ');
  const passed = dayOf(date) - dayOf(firstDay) - (time < handover ? 1 : 0);
  return people.at(Math.floor(passed / days) % people.length);
}
