import type { CalledPerson, DutyBody } from '#contracts';
import { dateIn, dayOf } from '#sla';
import { onDuty } from './on-duty.js';

type Roster = DutyBody['rosters'][number];

const minuteMs = 60_000;
const dayMs = 86_400_000;
/** A clock that is put forward or back between a guess and the instant moves it once more. */
const guesses = 3;

/** From one handover to the next, in milliseconds since 1970. */
export type ComingTurn = CalledPerson & { from: number; to: number };

/** The turns of a roster that begin after an instant, and who would be called at their beginning. */
export function comingTurns(
  duty: DutyBody,
  id: string,
  after: number,
  count: number,
): ComingTurn[] {
  const roster = duty.rosters.find((one) => one.id === id);
  if (!roster) return [];
  const handovers = comingHandovers(roster, after, count + 1);
  return handovers.slice(0, -1).map((from, index) => ({
    ...onDuty(duty, id, from),
    ...{ from, to: handovers[index + 1]! },
  }));
}

function comingHandovers({ tz, firstDay, handover, days }: Roster, after: number, count: number) {
  const [hours, minutes] = handover.split(':').map(Number);
  const wallMs = (hours! * 60 + minutes!) * minuteMs;
  const first = dayOf(firstDay);
  const turn = Math.floor((dateIn(tz, after).day - first) / days);
  // Whether that of this turn has been depends on the time of day: one more is looked at.
  return Array.from({ length: count + 1 }, (_, index) =>
    instantOf(tz, first + (turn + index) * days, wallMs, after),
  )
    .filter((at) => at > after)
    .slice(0, count);
}

/** When the clocks of a zone show a time of a day. */
function instantOf(tz: string, day: number, wallMs: number, near: number): number {
  let at = near;
  for (let guess = 0; guess < guesses; guess += 1) {
    const shown = dateIn(tz, at);
    at += (day - shown.day) * dayMs + wallMs - shown.wallMs;
  }
  return at;
}
