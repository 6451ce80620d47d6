import { expect, test } from '@jest/globals';
import { BatchPace } from './batch-pace.js';

const after = (requests: number) => {
  const pace = new BatchPace(16);
  pace.began(1_000, requests);
  return pace;
};

test('the first filing is written at once', () => {
  expect(new BatchPace(16).restMs(0, 1)).toBe(0);
});

test('whoever files one complaint after the other waits for nobody', () => {
  expect(after(1).restMs(1_001, 1)).toBe(0);
});

test('while callers come side by side, transactions begin 20 ms apart', () => {
  const pace = after(2);
  expect(pace.restMs(1_005, 1)).toBe(15);
  expect(pace.restMs(1_020, 1)).toBe(0);
  expect(pace.restMs(1_500, 3)).toBe(0);
});

test('what is large by itself waits for nothing', () => {
  expect(after(40).restMs(1_001, 15)).toBe(19);
  expect(after(40).restMs(1_001, 16)).toBe(0);
});

test('a request that was alone ends the waiting', () => {
  const pace = after(5);
  pace.began(1_020, 1);
  expect(pace.restMs(1_021, 1)).toBe(0);
});
