import { randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';

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

/** Random bytes drawn in bulk: a system call for each 16 of them costs more than the id. */
const pool = new Uint8Array(4_096);
let used = pool.length;

function rng(): Uint8Array {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += 16;
  return pool.slice(used - 16, used);
}

let lastMsecs = -1;
let sequence = 0;
