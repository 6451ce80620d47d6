import type { DueClock } from '../board-types.js';

/** An agent or a unit whose due clocks alone are shown; null is nobody and no unit. */
export interface Whose {
  by: 'owner' | 'unit';
  code: string | null;
}

export const isOf = ({ owner, unit }: DueClock, whose: Whose | undefined): boolean =>
  whose === undefined || (whose.by === 'owner' ? owner : unit) === whose.code;
