import { expect, it } from '@jest/globals';
import { toldLevels } from './told-levels.js';

it('names whom the alerts of a case told, of whichever version they are', () => {
  const entries = [
    { type: 'clearline.case.opened.v3', data: { unit: 'north' } },
    { type: 'clearline.alert.raised.v3', data: { audience: 'supervisor', unit: 'north' } },
    { type: 'clearline.alert.raised.v4', data: { audience: 'manager', people: ['m-001'] } },
    { type: 'clearline.alert.held.v2', data: { audience: 'admin' } },
    { type: 'clearline.alert.raised.v4', data: {} },
  ];
  expect(toldLevels(entries)).toEqual([
    { audience: 'supervisor', unit: 'north', people: [] },
    { audience: 'manager', people: ['m-001'] },
  ]);
});
