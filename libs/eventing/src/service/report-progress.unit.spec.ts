import { describe, expect, it } from '@jest/globals';
import { progressOf } from './report-progress.js';

describe('how far a consumer is behind', () => {
  it('is the sum over its logs, and the age of the oldest that it has not read', () => {
    const lags = [
      { log: 'intake', pending: 2, oldestAt: 7_000 },
      { log: 'signals', pending: 1, oldestAt: 8_500 },
      { log: 'escalation', pending: 0 },
    ];
    expect(progressOf(lags, 9_000)).toEqual({
      behind: 3,
      oldestSeconds: 2,
      logs: [
        { log: 'intake', behind: 2 },
        { log: 'signals', behind: 1 },
        { log: 'escalation', behind: 0 },
      ],
    });
  });

  it('has no age where nothing is unread, or the engine does not say since when', () => {
    expect(progressOf([{ log: 'clearline.cases', pending: 4 }], 9_000).oldestSeconds).toBeNull();
    expect(progressOf([], 9_000)).toEqual({ behind: 0, oldestSeconds: null, logs: [] });
  });

  it('is never younger than new, also after the clock was set back', () => {
    const lags = [{ log: 'intake', pending: 1, oldestAt: 9_500 }];
    expect(progressOf(lags, 9_000).oldestSeconds).toBe(0);
  });
});
