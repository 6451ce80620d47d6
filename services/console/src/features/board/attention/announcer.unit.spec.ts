import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Announcement } from './announcement.js';
import { Announcer } from './announcer.js';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

let id = 0;
const told = (cause = 'breach') => ({
  alertId: String((id += 1)),
  caseId: 'c',
  number: 'n',
  cause,
});

function listen() {
  const said: Announcement[] = [];
  const announcer = new Announcer(() => Date.now());
  const hear = (times: number, cause?: string) => {
    for (let count = 0; count < times; count += 1) {
      announcer.hear(told(cause), (announcement) => said.push(announcement));
    }
  };
  return { said, hear, announcer };
}

describe('announcing alerts', () => {
  it('tells what came in a moment once', () => {
    const { said, hear } = listen();
    hear(1);
    jest.advanceTimersByTime(1_000);
    hear(1, 'threat');
    expect(said).toEqual([]);
    jest.advanceTimersByTime(1_000);
    expect(said).toEqual([{ kind: 'many', n: 2, cause: 'breach' }]);
  });

  it('is still for a minute after a storm, and then tells what it brought', () => {
    const { said, hear } = listen();
    hear(40);
    jest.advanceTimersByTime(2_000);
    expect(said).toEqual([{ kind: 'many', n: 40, cause: 'breach' }]);
    for (let second = 0; second < 50; second += 1) {
      hear(1);
      jest.advanceTimersByTime(1_000);
    }
    expect(said).toHaveLength(1);
    jest.advanceTimersByTime(10_000);
    expect(said[1]).toEqual({ kind: 'many', n: 50, cause: 'breach' });
  });

  it('tells of another cause at once while a storm goes on', () => {
    const { said, hear } = listen();
    hear(10, 'warning');
    jest.advanceTimersByTime(2_000);
    hear(3, 'warning');
    hear(1, 'critical');
    jest.advanceTimersByTime(2_000);
    expect(said[1]).toMatchObject({ kind: 'one', alert: { cause: 'critical' } });
  });

  it('says nothing more when nobody looks any longer', () => {
    const { said, hear, announcer } = listen();
    hear(1);
    announcer.stop();
    jest.advanceTimersByTime(10_000);
    expect(said).toEqual([]);
  });
});
