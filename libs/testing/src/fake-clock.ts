export interface FakeClock {
  now(): number;
  /** Moves the clock on by so many milliseconds. */
  advance(ms: number): void;
  set(instant: number): void;
}

/** A clock that stands still until a test moves it. Instants are epoch milliseconds. */
export function fakeClock(start: number | string = '2026-01-05T09:00:00.000Z'): FakeClock {
  let now = typeof start === 'string' ? Date.parse(start) : start;
  return {
    now: () => now,
    advance: (ms) => {
      now += ms;
    },
    set: (instant) => {
      now = instant;
    },
  };
}
