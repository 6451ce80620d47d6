import { describe, expect, it } from '@jest/globals';
import { fakeClock } from './fake-clock.js';
import { waitFor } from './wait-for.js';

describe('waitFor', () => {
  it('returns what it saw once there is something', async () => {
    let looks = 0;
    await expect(waitFor(() => (++looks < 3 ? undefined : 'seen'))).resolves.toBe('seen');
  });

  it('says what it waited for, and the last error, when time is up', async () => {
    const failing = waitFor(() => Promise.reject(new Error('not yet')), {
      timeoutMs: 30,
      describe: 'the case to open',
    });
    await expect(failing).rejects.toMatchObject({
      message: 'waited 30 ms in vain for the case to open',
      cause: new Error('not yet'),
    });
  });
});

describe('fakeClock', () => {
  it('stands still until it is moved', () => {
    const clock = fakeClock('2026-01-05T09:00:00.000Z');
    clock.advance(1_500);
    expect(new Date(clock.now()).toISOString()).toBe('2026-01-05T09:00:01.500Z');
    clock.set(7);
    expect(clock.now()).toBe(7);
  });
});
