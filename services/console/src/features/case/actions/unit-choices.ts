import type { CommandName } from '../words.js';

interface Unit {
  code: string;
  active: boolean;
}

/** The units that a command can name: a transfer to the unit that has the case already is refused. */
export function unitsFor<U extends Unit>(
  command: CommandName | undefined,
  units: readonly U[],
  at: string | null | undefined,
): U[] {
  return units.filter(({ code, active }) => active && !(command === 'transfer' && code === at));
}
