import { describe, expect, it } from '@jest/globals';
import { Turn } from './turn.js';

/** Tabs of one browser. */
function openTabs() {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
  return [new Turn(storage, 'one'), new Turn(storage, 'other')] as const;
}
const inSight = { isInSight: true, isLive: true };
const behind = { isInSight: false, isLive: true };

describe('the turn to announce', () => {
  it('is of the tab that was looked at last, also once it is behind others', () => {
    const [one, other] = openTabs();
    expect(one.take(inSight)).toBe(true);
    expect(other.take(inSight)).toBe(true);
    expect(one.take(behind)).toBe(false);
    expect([one.isOurs(), other.isOurs()]).toEqual([false, true]);
    expect(one.take(inSight)).toBe(true);
    expect([one.isOurs(), other.isOurs()]).toEqual([true, false]);
  });

  it('stays where it was until the tab in sight hears alerts', () => {
    const [one, other] = openTabs();
    one.take(inSight);
    expect(other.take({ isInSight: true, isLive: false })).toBe(false);
    expect(one.isOurs()).toBe(true);
  });

  it('goes to any tab that is left, and nobody leaves it for another', () => {
    const [one, other] = openTabs();
    one.take(inSight);
    other.leave();
    expect(one.isOurs()).toBe(true);
    one.leave();
    expect(other.take({ isInSight: false, isLive: false })).toBe(true);
    expect(other.isOurs()).toBe(true);
  });
});
