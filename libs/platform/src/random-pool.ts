import { randomFillSync } from 'node:crypto';

/** Random bytes drawn in bulk: a system call for each few of them costs more than what they are for. */
let pool = Buffer.alloc(0);
let used = 0;

/** Fresh random bytes from the system's generator, never given out twice. `size` is small. */
export function pooledRandomBytes(size: number): Buffer {
  if (used + size > pool.length) {
    pool = randomFillSync(Buffer.allocUnsafeSlow(8_192));
    used = 0;
  }
  used += size;
  return pool.subarray(used - size, used);
}
