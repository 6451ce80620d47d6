import { readFileSync } from 'node:fs';

/** Where the application's time comes from. Instants are epoch milliseconds. */
export interface Clock {
  now(): number;
  /**
   * How many times as fast as real time it runs; 1 where absent. Waits are that much shorter. Of one that is steered the
   * most that it may run: it is slower than that for most of the time.
   */
  readonly factor?: number;
}

/** Shows `virtual` at `real`, and runs `factor` times as fast from there. */
interface Pace {
  virtual: number;
  real: number;
  factor: number;
}

/** A clock that is steered by a file looks into it so often: each 50 ms of real time. */
const lookEachMs = 50;

/**
 * The clock of `CLEARLINE_CLOCK`; real time without a specification.
 *
 * - `fixed:<instant>` never moves.
 * - `<virtual instant>@<real instant>x<factor>`: at the real instant it shows the virtual one and
 *   runs `factor` times as fast from there, so every process with the same text shows the same time.
 * - `file:<path>x<factor>` is steered while it runs: each line of the file is as above, the last whose real instant has
 *   come holds, and none is faster than `factor`. Who steers adds lines of the near future; whoever has not read them yet
 *   shows less, never more.
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
  const steered = /^file:(.+)x(\d+(?:\.\d+)?)$/.exec(spec);
  if (steered) return steeredClock(steered[1]!, Number(steered[2]), realNow);
  const pace = parsePace(spec);
  return monotonic(() => shownBy(pace, realNow()), pace.factor);
}

const shownBy = ({ virtual, real, factor }: Pace, now: number) =>
  Math.floor(virtual + (now - real) * factor);

function parsePace(spec: string): Pace {
  const match = /^(.+)@(.+)x(\d+(?:\.\d+)?)$/.exec(spec);
  const factor = Number(match?.[3]);
  if (!match || !(factor > 0)) {
    throw new RangeError(
      `"${spec}" is not fixed:<instant>, <virtual instant>@<real instant>x<factor> or file:<path>x<factor>`,
    );
  }
  return { virtual: parseInstant(match[1], spec), real: parseInstant(match[2], spec), factor };
}

/** Whole lines of a file that steers a clock. Throws a RangeError when it cannot be read. */
function readPaces(path: string): Pace[] {
  let lines: string[];
  try {
    // Behind the last line feed stands what is still being written.
    lines = readFileSync(path, 'utf8').split('\n').slice(0, -1);
  } catch (error) {
    throw new RangeError(`"file:${path}": ${(error as Error).message}`);
  }
  if (lines.length === 0) throw new RangeError(`"file:${path}" is empty`);
  return lines.map(parsePace);
}

/** The time goes on as it went where somebody else holds the file at this moment, or has removed it. */
function readAgain(path: string, before: Pace[]): Pace[] {
  try {
    return readPaces(path);
  } catch {
    return before;
  }
}

function steeredClock(path: string, factor: number, realNow: () => number): Clock {
  let paces = readPaces(path);
  let readAt = realNow();
  return monotonic(() => {
    const now = realNow();
    if (Math.abs(now - readAt) >= lookEachMs) {
      paces = readAgain(path, paces);
      readAt = now;
    }
    return shownBy(paces.findLast(({ real }) => real <= now) ?? paces[0]!, now);
  }, factor);
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
