/** A clock as far as is asked whether it ends or falls due. */
export interface ForetoldClock {
  readonly clockId: string;
  readonly kind: string;
  readonly stage?: string | undefined;
  readonly state: string;
  readonly stoppedAt?: string | undefined;
  readonly dueAt: string;
}

/** Running, paused, or past due while what it times still goes on. */
const isOpen = ({ state, stoppedAt }: ForetoldClock) =>
  state === 'running' || state === 'paused' || (state === 'breached' && stoppedAt === undefined);

/**
 * The clocks that end with a stage that is passed over: that of the stage, and the acknowledgement where the customer
 * was told already. The last stage resolves the case, and ends all of them.
 */
export function endingWith<C extends ForetoldClock>(
  stage: string,
  { clocks, missing }: { clocks: readonly C[]; missing: readonly string[] },
): C[] {
  const open = clocks.filter(isOpen);
  if (stage === 'resolve') return open;
  const isTold = stage === 'control' && !missing.includes('acknowledged');
  return open.filter(
    (clock) =>
      (clock.kind === 'stage' && clock.stage === stage) || (clock.kind === 'acknowledge' && isTold),
  );
}

/** Whether the customer is still to be told after the first stage was passed over. */
export const isStillToTell = (
  stage: string,
  { clocks, missing }: { clocks: readonly ForetoldClock[]; missing: readonly string[] },
): boolean =>
  stage === 'control' &&
  missing.includes('acknowledged') &&
  clocks.some((clock) => clock.kind === 'acknowledge' && isOpen(clock));

/** The clocks that fall due until an instant, the earliest first: one that stands still, or is late already, does not. */
export const dueBefore = <C extends ForetoldClock>(
  clocks: readonly C[],
  now: number,
  until: number,
): C[] =>
  clocks
    .filter(({ state, dueAt }) => {
      const due = Date.parse(dueAt);
      return state === 'running' && due > now && due < until;
    })
    .toSorted((one, other) => Date.parse(one.dueAt) - Date.parse(other.dueAt));
