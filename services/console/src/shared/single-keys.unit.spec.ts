import { beforeEach, describe, expect, it } from '@jest/globals';

const kept = new Map<string, string>();
const localStorage = {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => void kept.set(key, value),
};
const heard: ((event: { key: string | null }) => void)[] = [];
Object.assign(globalThis, {
  addEventListener: (_type: string, hear: (typeof heard)[number]) => heard.push(hear),
});
Object.defineProperty(globalThis, 'localStorage', { value: localStorage, configurable: true });
const { chooseSingleKeys, isHeard, isSingle } = await import('./single-keys.js');

const characters = ['j', '?', '/', '1', ' ', 'ß', '你', '😀'];
const named = ['Escape', 'Enter', 'ArrowDown', 'Tab', 'F1', 'Ctrl+Enter'];

beforeEach(() => chooseSingleKeys(true));

describe('a single key', () => {
  it('is one character, and never a key with a name', () => {
    expect(characters.filter((key) => !isSingle(key))).toEqual([]);
    expect(named.filter(isSingle)).toEqual([]);
  });
});

describe('single keys that are turned off', () => {
  it('are not heard, while keys with a name are', () => {
    chooseSingleKeys(false);
    expect(characters.filter(isHeard)).toEqual([]);
    expect(named.filter(isHeard)).toEqual(named);
  });

  it('stay so on this machine until they are turned on', () => {
    chooseSingleKeys(false);
    expect([...kept.values()]).toEqual(['off']);
    chooseSingleKeys(true);
    expect([...kept.values()]).toEqual(['on']);
    expect(characters.filter(isHeard)).toEqual(characters);
  });

  it('are off in the other tabs too', () => {
    kept.set('clearline.single-keys', 'off');
    for (const hear of heard) hear({ key: 'clearline.single-keys' });
    expect(characters.filter(isHeard)).toEqual([]);
  });
});
