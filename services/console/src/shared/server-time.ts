import { useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { api, bodyOf } from '../api/client.js';

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
const listeners = new Set<() => void>();
let timer: number | undefined;
let ticked = performance.now();

/** One beat for the whole page: a long list of countdowns is drawn at once. */
function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= window.setInterval(() => {
    ticked = performance.now();
    listeners.forEach((one) => one());
  }, everyMs);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** The server's time in epoch milliseconds, anew every second; undefined until it was read. */
export function useServerTime(): number | undefined {
  const { data: reading } = useQuery({
    queryKey: ['time'],
    queryFn: readClock,
    staleTime: Infinity,
    refetchInterval: 5 * 60_000,
  });
  const beat = useSyncExternalStore(subscribe, () => ticked);
  return reading && reading.now + (beat - reading.at) * reading.factor;
}
