import { describe, expect, it, jest } from '@jest/globals';
import { HealthRegistry } from './health-registry.js';

describe('HealthRegistry', () => {
  it('is ready without checks and names every reason otherwise', async () => {
    const health = new HealthRegistry();
    expect(await health.readiness()).toEqual({ ready: true, reasons: [] });
    health.add({ name: 'good', check: async () => undefined });
    health.add({ name: 'lag', check: async () => '500 events behind' });
    health.add({
      name: 'database',
      check: async () => {
        throw new Error('secret address');
      },
    });
    expect(await health.readiness()).toEqual({
      ready: false,
      reasons: [
        { name: 'lag', reason: '500 events behind' },
        { name: 'database', reason: 'failed' },
      ],
    });
  });

  it('counts a check that hangs as not ready after 2 s', async () => {
    jest.useFakeTimers();
    const health = new HealthRegistry();
    health.add({ name: 'hanging', check: () => new Promise(() => undefined) });
    const readiness = health.readiness();
    await jest.advanceTimersByTimeAsync(2_000);
    expect((await readiness).reasons).toEqual([{ name: 'hanging', reason: 'does not answer' }]);
    jest.useRealTimers();
  });

  it('is not ready once it stops', async () => {
    const health = new HealthRegistry();
    health.stop();
    expect((await health.readiness()).ready).toBe(false);
  });
});
