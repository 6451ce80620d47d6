import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { ConsumerProgress } from '#contracts';
import type { Principal } from '../auth/principal.js';
import { ProgressReports } from './progress-reports.js';

const asker: Principal = { sub: '1', username: 'admin', roles: ['admin'], kind: 'user' };
const consumer = (service: string, behind: number): ConsumerProgress => ({
  ...{ service, work: 'handling', engine: 'embedded', behind },
  oldestSeconds: behind === 0 ? null : 2,
  logs: [{ log: 'intake', behind }],
});

describe('ProgressReports', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('joins what each service tells, in the order of their names', async () => {
    const reports = new ProgressReports();
    expect(await reports.read(asker)).toEqual({ consumers: [], timers: [], silent: [] });
    for (const name of ['reporting', 'escalation']) {
      reports.add({ service: name, read: async () => ({ consumers: [consumer(name, 1)] }) });
    }
    const { consumers } = await reports.read(asker);
    expect(consumers.map(({ service }) => service)).toEqual(['escalation', 'reporting']);
  });

  it('names as silent what fails and what hangs, once each, and tells the rest', async () => {
    const reports = new ProgressReports();
    reports.add({ service: 'signals', read: () => Promise.reject(new Error('secret address')) });
    reports.add({ service: 'signals', read: () => new Promise(() => undefined) });
    reports.add({ service: 'intake', read: async () => ({ consumers: [consumer('intake', 0)] }) });
    const answer = reports.read(asker);
    await jest.advanceTimersByTimeAsync(2_000);
    expect(await answer).toEqual({
      consumers: [consumer('intake', 0)],
      timers: [],
      silent: ['signals'],
    });
  });

  it('asks a service once in 3 s, and not while it has not answered', async () => {
    const reports = new ProgressReports();
    const read = jest.fn(async () => ({ consumers: [consumer('intake', 3)] }));
    const hangs = jest.fn(() => new Promise<never>(() => undefined));
    reports.add({ service: 'intake', read });
    reports.add({ service: 'signals', read: hangs, mostMs: 10 });
    const ask = async () => {
      const answer = reports.read(asker);
      await jest.advanceTimersByTimeAsync(10);
      return answer;
    };
    await ask();
    expect((await ask()).consumers).toEqual([consumer('intake', 3)]);
    expect(read).toHaveBeenCalledTimes(1);
    await jest.advanceTimersByTimeAsync(3_000);
    await ask();
    expect(read).toHaveBeenCalledTimes(2);
    expect(hangs).toHaveBeenCalledTimes(1);
  });
});
