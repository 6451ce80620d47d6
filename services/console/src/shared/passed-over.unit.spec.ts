import { expect, it } from '@jest/globals';
import { isPassedOver } from './passed-over.js';

const at = '2026-01-05T09:00:00.000Z';
const clock = { kind: 'stage', stage: 'listen', stoppedAt: at };
const overrides = [{ stage: 'listen', at }];

it('is a stage clock that stopped as its stage was ended without evidence', () => {
  expect(isPassedOver(clock, overrides)).toBe(true);
});

it('is none that runs, of another stage, or that stopped at another time, as in an earlier round', () => {
  expect(isPassedOver({ kind: 'stage', stage: 'listen' }, overrides)).toBe(false);
  expect(isPassedOver({ ...clock, stage: 'control' }, overrides)).toBe(false);
  expect(isPassedOver({ ...clock, kind: 'resolution' }, overrides)).toBe(false);
  expect(isPassedOver({ ...clock, stoppedAt: '2026-01-06T09:00:00.000Z' }, overrides)).toBe(false);
  expect(isPassedOver(clock, undefined)).toBe(false);
});
