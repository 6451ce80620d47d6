import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { throttled } from './throttled.js';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

describe('what is throttled', () => {
  it('runs at once, and once more for all that came meanwhile', () => {
    const throttle = throttled(1_000, () => Date.now());
    const run = jest.fn();
    throttle(run);
    expect(run).toHaveBeenCalledTimes(1);
    for (let times = 0; times < 50; times += 1) throttle(run);
    expect(run).toHaveBeenCalledTimes(1);
    jest.advanceTimersByTime(1_000);
    expect(run).toHaveBeenCalledTimes(2);
    jest.advanceTimersByTime(5_000);
    expect(run).toHaveBeenCalledTimes(2);
  });

  it('runs at once again after a quiet while', () => {
    const throttle = throttled(1_000, () => Date.now());
    const run = jest.fn();
    throttle(run);
    jest.advanceTimersByTime(1_001);
    throttle(run);
    expect(run).toHaveBeenCalledTimes(2);
  });

  it('begins no run before the one before has ended', async () => {
    const throttle = throttled(1_000, () => Date.now());
    let end = () => {};
    const run = jest.fn(() => new Promise<void>((resolve) => (end = resolve)));
    throttle(run);
    jest.advanceTimersByTime(2_000);
    throttle(run);
    expect(run).toHaveBeenCalledTimes(1);
    end();
    await jest.advanceTimersByTimeAsync(0);
    expect(run).toHaveBeenCalledTimes(2);
  });

  it('goes on after a run that never ends', async () => {
    const throttle = throttled(1_000, () => Date.now());
    const run = jest.fn(() => new Promise<void>(() => {}));
    throttle(run);
    throttle(run);
    await jest.advanceTimersByTimeAsync(9_999);
    expect(run).toHaveBeenCalledTimes(1);
    await jest.advanceTimersByTimeAsync(1);
    expect(run).toHaveBeenCalledTimes(2);
  });
});
