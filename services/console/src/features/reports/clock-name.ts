import { clockKinds } from './report-state.js';
import type { ClockKind } from './report-state.js';

export interface ClockName {
  kind: ClockKind;
  /** The stage of a case that it is of. */
  stage?: string;
  /** Which of its kind in the case: the first has none. */
  number?: number;
}

/** What the id of a clock says of it, such as `stage:listen` or `next-update#2`; other parts of it are for programs. */
export function clockNameOf(id: string): ClockName | undefined {
  const kind = clockKinds.find(
    (one) => id === one || id.startsWith(`${one}:`) || id.startsWith(`${one}#`),
  );
  if (!kind) return undefined;
  const number = /#(\d+)$/.exec(id)?.[1];
  const stage = kind === 'stage' ? /^stage:([a-z-]+)/.exec(id)?.[1] : undefined;
  return {
    kind,
    ...(stage !== undefined && { stage }),
    ...(number !== undefined && { number: Number(number) }),
  };
}

/** `2nd`, `11th`. */
export function ordinal(number: number): string {
  const [ten, one] = [Math.floor(number / 10) % 10, number % 10];
  return `${number}${ten === 1 ? 'th' : (['th', 'st', 'nd', 'rd'][one] ?? 'th')}`;
}
