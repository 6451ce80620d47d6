import { QueryObserver } from '@tanstack/react-query';
import dayjs from 'dayjs';
import type { Dayjs } from 'dayjs';
import { useSyncExternalStore } from 'react';
import { api, bodyOf } from '../api/client.js';
import { queries } from '../api/queries.js';

interface Reading {
  /** What the server's clock said, epoch milliseconds, when this page's own clock said `at`. */
  now: number;
  at: number;
  factor: number;
}

/** The server's clock, read halfway between asking and its answer: this machine's own may be wrong. */
async function readClock(): Promise<Reading> {
  const asked = performance.now();
  const { now, factor } = await bodyOf(api.GET('/api/v1/time'));
  const at = (asked + performance.now()) / 2;
  return { now: Date.parse(now), at, factor };
}

const everyMs = 1_000;
// One for the page: a list has hundreds of countdowns, and each would watch the reading with a timer of its own.
const reading = new QueryObserver(queries, {
  queryKey: ['time'],
  queryFn: readClock,
  staleTime: Infinity,
  refetchInterval: 5 * 60_000,
});
const listeners = new Set<() => void>();
let now: number | undefined;
let stop: (() => void) | undefined;

function look(): void {
  const { data } = reading.getCurrentResult();
  now = data && data.now + (performance.now() - data.at) * data.factor;
}

function beat(): void {
  look();
  listeners.forEach((listener) => listener());
}

function start(): () => void {
  const timer = setInterval(beat, everyMs);
  const forget = reading.subscribe(beat);
  look();
  return () => {
    clearInterval(timer);
    forget();
  };
}

/** One beat for the whole page: a long list of countdowns is drawn at once. */
function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  stop ??= start();
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    stop?.();
    stop = undefined;
  };
}

/** The server's time in epoch milliseconds as of the last beat; undefined until it was read. */
export const serverTime = (): number | undefined => now;

/** Tells the server's time with every beat. Returns how to stop that. */
export const watchServerTime = (tell: (now: number | undefined) => void): (() => void) =>
  subscribe(() => tell(now));

/** The server's time in epoch milliseconds, anew every second; undefined until it was read. */
export const useServerTime = (): number | undefined => useSyncExternalStore(subscribe, () => now);

/** Now by the server's clock, or by this machine's until that was read; kept up while anything follows the time. */
export const nowByServer = (): Dayjs => dayjs(serverTime());

/** When the present day began by the server's clock, in the reader's zone. */
export const useToday = (): Dayjs =>
  dayjs(useByServerTime((time) => dayjs(time).startOf('day').valueOf()));

/** What follows from the server's time: whoever asks is drawn anew when that changes, not with every beat. */
export const useByServerTime = <T extends string | number | boolean | undefined>(
  follow: (now: number | undefined) => T,
): T => useSyncExternalStore(subscribe, () => follow(now));
