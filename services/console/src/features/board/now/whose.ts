import type { DueClock, DueTask } from '../board-types.js';

/** An agent or a unit whose clocks and tasks alone are shown; null is nobody and no unit. */
export interface Whose {
  by: 'owner' | 'unit';
  code: string | null;
}

export const isOf = ({ owner, unit }: DueClock | DueTask, whose: Whose | undefined): boolean =>
  whose === undefined || (whose.by === 'owner' ? owner : unit) === whose.code;

/** The address of the list of the cases that are counted for them: those that are paused are worked on, too. */
export const listOf = ({ by, code }: Whose): string =>
  `/cases?${new URLSearchParams({ [by]: code ?? 'none', status: 'open,paused' }).toString()}`;
