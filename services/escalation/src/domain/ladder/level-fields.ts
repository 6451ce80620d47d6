import type { ComingStep, Ladder, LadderLevel } from '#sla';
import type { OpenedCase } from '../case-state.js';
import { iso } from '../clock-events.js';
import type { PassedStep } from './climb-state.js';

/** Whom a level tells; of those it names nobody whom the case is kept from. */
export function toldTo(
  { level, audience, unit, people, roster }: LadderLevel,
  { conflict }: OpenedCase,
) {
  const free = people?.filter((one) => !conflict?.conflicted.includes(one)) ?? [];
  return {
    level,
    audience,
    ...(unit !== undefined && { unit }),
    ...(free.length > 0 && { people: free }),
    ...(roster !== undefined && { roster }),
  };
}

/** All levels that were passed over so far, as events say them. */
export function passedOver(passed: readonly PassedStep[] | undefined, { levels }: Ladder) {
  if (!passed || passed.length === 0) return undefined;
  const named = passed.map(({ step, why, at }) => {
    const { level, audience, unit } = levels.find(({ id }) => id === step)!;
    const told = { level, audience, ...(unit !== undefined && { unit }) };
    return { step, ...told, why, at: iso(at) };
  });
  return { passedOver: named };
}

/** Who is told next, as far as the ladder says; nothing at its top. */
export function nextOf([next]: readonly ComingStep[], state: OpenedCase) {
  if (!next) return undefined;
  return { next: { step: next.level.id, ...toldTo(next.level, state), at: iso(next.at) } };
}
