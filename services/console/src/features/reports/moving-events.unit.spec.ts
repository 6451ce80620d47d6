import { describe, expect, it } from '@jest/globals';
import { existsSync } from 'node:fs';
import { liveWordOf, movingCaseTypes, signalTypes } from './moving-events.js';

const isPublished = (type: string) => existsSync(`libs/contracts/generated/schemas/${type}.json`);
const nextOf = (type: string) => type.replace(/\d+$/, (version) => String(Number(version) + 1));

describe('what moves figures', () => {
  it.each([...signalTypes, ...movingCaseTypes])('is %s in its newest version', (type) => {
    expect(isPublished(type)).toBe(true);
    expect(isPublished(nextOf(type))).toBe(false);
  });
});

describe('the word for how live figures are', () => {
  it('is “live” while both streams stand, and says of whom has one what is live', () => {
    expect(liveWordOf(false, true, true)).toBe('on');
    expect(liveWordOf(false, true, undefined)).toBe('signals');
    expect(liveWordOf(false, true, false)).toBe('off');
    expect(liveWordOf(false, false, true)).toBe('off');
    expect(liveWordOf(true, false, undefined)).toBe('held');
  });
});
