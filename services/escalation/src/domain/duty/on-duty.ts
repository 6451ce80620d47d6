import type { CalledPerson, DutyBody } from '#contracts';
import { dateIn, dayOf } from '#sla';

type Roster = DutyBody['rosters'][number];
type Absence = DutyBody['absences'][number];
type PassedOver = CalledPerson['passedOver'][number];

const minuteMs = 60_000;

/**
 * Who is called of a roster at an instant: whose turn it is, or who was put in their place. Who is away is
 * passed over for their stand-in, and else for the next in turn; so is whom the case is kept from, whose
 * stand-in isn't asked either: they would have chosen them.
 */
export function onDuty(
  { rosters, absences }: DutyBody,
  id: string,
  at: number,
  keptFrom: readonly string[] = [],
): CalledPerson {
  const roster = rosters.find((one) => one.id === id);
  if (!roster) return { agentId: null, because: 'nobody', passedOver: [] };
  const { first, because, others } = turnsAt(roster, at);
  const away = absences.filter((absence) => covers(absence, at));
  const passedOver: PassedOver[] = [];
  const whyNot = (agentId: string): PassedOver['why'] | undefined => {
    if (keptFrom.includes(agentId)) return 'conflict';
    return away.some((absence) => absence.agentId === agentId) ? 'absent' : undefined;
  };
  /** Whether they can be called; whoever can't is remembered once, so that stand-ins lead to no circle. */
  const isThere = (agentId: string): boolean => {
    const why = whyNot(agentId);
    const isKnown = passedOver.some((one) => one.agentId === agentId);
    if (why && !isKnown) passedOver.push({ agentId, why });
    return !why;
  };
  if (isThere(first)) return { agentId: first, because, passedOver };
  const standIn = standInOf(first, away, isThere);
  if (standIn !== undefined) return { agentId: standIn, because: 'stand-in', passedOver };
  const next = others.find(isThere);
  if (next === undefined) return { agentId: null, because: 'nobody', passedOver };
  return { agentId: next, because: 'next-in-turn', passedOver };
}

/** The first stand-in who is there: of who is away, and of stand-ins who are away too. */
function standInOf(
  agentId: string,
  away: readonly Absence[],
  isThere: (agentId: string) => boolean,
): string | undefined {
  const asked = new Set<string>();
  let current = agentId;
  while (!asked.has(current)) {
    asked.add(current);
    const standIn = away.find((one) => one.agentId === current)?.standIn;
    if (standIn === undefined) return undefined;
    if (isThere(standIn)) return standIn;
    current = standIn;
  }
  return undefined;
}

/** Whose turn it is, and who follow them. Before its first handover a roster counts backwards. */
function turnsAt(roster: Roster, at: number) {
  const { tz, firstDay, handover, days, people, overrides } = roster;
  const { day, wallMs } = dateIn(tz, at);
  const [hours, minutes] = handover.split(':').map(Number);
  const isBefore = wallMs < (hours! * 60 + minutes!) * minuteMs;
  const turn = Math.floor((day - dayOf(firstDay) - (isBefore ? 1 : 0)) / days);
  const index = ((turn % people.length) + people.length) % people.length;
  const inTurn = [...people.slice(index), ...people.slice(0, index)];
  const override = overrides.filter((one) => covers(one, at)).at(-1);
  if (override) return { first: override.agentId, because: 'override' as const, others: inTurn };
  return { first: inTurn[0]!, because: 'turn' as const, others: inTurn.slice(1) };
}

const covers = ({ from, to }: { from: string; to: string }, at: number) =>
  Date.parse(from) <= at && at < Date.parse(to);
