import type { DutyAbsence, OnCall } from '../board-types.js';

/** Who takes over a turn of somebody who is away, or null where nobody is there. */
export interface TakenTurn {
  roster: string;
  from: string;
  agentId: string | null;
}

/** The turns to come that begin while somebody is away and were theirs, in order, with who takes each. */
export function turnsOfAbsence(
  { agentId, from, to }: Pick<DutyAbsence, 'agentId' | 'from' | 'to'>,
  rosters: readonly OnCall[],
): TakenTurn[] {
  return rosters
    .flatMap(({ roster, next }) => next.map((turn) => ({ ...turn, roster })))
    .filter((turn) => Date.parse(from) <= Date.parse(turn.from))
    .filter((turn) => Date.parse(turn.from) < Date.parse(to))
    .filter(({ passedOver }) => passedOver[0]?.agentId === agentId)
    .sort((one, other) => Date.parse(one.from) - Date.parse(other.from))
    .map((turn) => ({ roster: turn.roster, from: turn.from, agentId: turn.agentId }));
}
