/** Where the application's time comes from. Instants are epoch milliseconds. */
export interface Clock {
  now(): number;
  /** How many times as fast as real time it runs; 1 where absent. Waits are that much shorter. */
  readonly factor?: number;
}

/**
 * The clock of `CLEARLINE_CLOCK`; real time without a specification.
 *
 * - `fixed:<instant>` never moves.
 * - `<virtual instant>@<real instant>x<factor>`: at the real instant it shows the virtual one and
 *   runs `factor` times as fast from there, so every process with the same text shows the same time.
 *
 * Never goes back within a process, also when the machine's clock does. Throws a RangeError on a
 * text it cannot read.
 */
export function createClock(spec?: string, realNow: () => number = Date.now): Clock {
  if (!spec) return monotonic(realNow);
  if (spec.startsWith('fixed:')) {
    const instant = parseInstant(spec.slice('fixed:'.length), spec);
    return { now: () => instant };
  }
  const match = /^(.+)@(.+)x(\d+(?:\.\d+)?)$/.exec(spec);
  const factor = Number(match?.[3]);
  if (!match || !(factor > 0)) {
    throw new RangeError(
      `"${spec}" is not fixed:<instant> or <virtual instant>@<real instant>x<factor>`,
    );
  }
  const virtualStart = parseInstant(match[1], spec);
  const realStart = parseInstant(match[2], spec);
  return monotonic(() => Math.floor(virtualStart + (realNow() - realStart) * factor), factor);
}

function parseInstant(text: string | undefined, spec: string): number {
  const instant = text === undefined || text === '' ? Number.NaN : Date.parse(text);
  if (Number.isNaN(instant)) {
    throw new RangeError(`"${spec}": "${text ?? ''}" is not an ISO 8601 instant`);
  }
  return instant;
}

function monotonic(read: () => number, factor = 1): Clock {
  let last = Number.NEGATIVE_INFINITY;
  return {
    factor,
    now() {
      last = Math.max(last, read());
      return last;
    },
  };
}
