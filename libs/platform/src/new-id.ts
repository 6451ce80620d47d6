import { v7 } from 'uuid';
import { pooledRandomBytes } from './random-pool.js';

/**
 * A UUIDv7 whose time is `now` (epoch ms). Ids made in this process sort in the order of their
 * making while `now` does not go back: uuid's own counter is kept for the same millisecond.
 */
export function newId(now: number): string {
  if (now === lastMsecs) {
    sequence += 1;
  } else {
    lastMsecs = now;
    // Half of the 32-bit space stays free, so that counting up never overflows within a millisecond.
    sequence = Math.floor(Math.random() * 2 ** 30);
  }
  return v7({ msecs: now, seq: sequence, rng });
}

const rng = (): Uint8Array => pooledRandomBytes(16);

let lastMsecs = -1;
let sequence = 0;
