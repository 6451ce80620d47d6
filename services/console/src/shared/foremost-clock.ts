import type { ShownClock } from './countdown.js';

type ClockState = ShownClock['state'];

const order: readonly (ClockState | 'stopped-late')[] = [
  'breached',
  'running',
  'paused',
  'stopped-late',
  'met',
  'cancelled',
];

interface Placed {
  state: ClockState;
  dueAt: string;
  stoppedAt?: string | undefined;
}
const placeOf = ({ state, stoppedAt }: Placed) =>
  order.indexOf(state === 'breached' && stoppedAt !== undefined ? 'stopped-late' : state);

/** What is past due and still to be done comes first, then what is due next; what has stopped comes last. */
export function byUrgency<C extends Placed>(clocks: readonly C[]): C[] {
  return clocks.toSorted(
    (one, other) => placeOf(one) - placeOf(other) || one.dueAt.localeCompare(other.dueAt),
  );
}

/** Past due, and still to be done. */
export const isLate = (clock: Placed) => order[placeOf(clock)] === 'breached';

/** The clock to show of a case in one line: what is past due and still to be done, else what is due next. */
export function foremost<C extends Placed & { clockId: string }>(of: {
  clocks: readonly C[];
  rulingClock: string | null;
}): C | undefined {
  const [first] = byUrgency(of.clocks);
  return first && isLate(first)
    ? first
    : of.clocks.find(({ clockId }) => clockId === of.rulingClock);
}
