import { appendFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { createClock } from '#platform';
import type { Clock } from '#platform';

/** Real time until a new pace holds: every process has read of it by then, as a rule. */
const noticeMs = 150;

/** A clock that goes as fast as real time while people act, and is wound on to when something falls due. */
export interface SteeredClock extends Clock {
  /** What `CLEARLINE_CLOCK` of a product that has this time is. */
  readonly spec: string;
  /** Lets time go on to an instant, `factor` times as fast, and from there as before. Resolves when it shows that. */
  windTo(instant: number): Promise<void>;
}

/**
 * A machine that is slow for a minute costs the story a minute, not a day: only what is waited for passes quickly.
 * @param file that every process of the product reads it from
 * @param factor how many times as fast as real time it is wound on
 */
export function steerClock(file: string, begin: number, factor: number): SteeredClock {
  const line = (virtual: number, real: number, pace: number) =>
    `${new Date(virtual).toISOString()}@${new Date(real).toISOString()}x${pace}\n`;
  appendFileSync(file, line(begin, Date.now(), 1));
  const spec = `file:${file}x${factor}`;
  const clock = createClock(spec);
  const windTo = async (instant: number) => {
    const now = clock.now();
    if (instant - now > noticeMs) {
      const from = Date.now() + noticeMs;
      const until = from + Math.ceil((instant - now - noticeMs) / factor);
      appendFileSync(file, line(now + noticeMs, from, factor) + line(instant, until, 1));
    }
    while (clock.now() < instant) await sleep(20);
  };
  return { now: () => clock.now(), factor, spec, windTo };
}
