import { expect, it } from '@jest/globals';
import { listOf } from './whose.js';

it('leads from a number of cases to a list of as many: paused ones are counted', () => {
  expect(listOf({ by: 'owner', code: 'a-001' })).toBe('/cases?owner=a-001&status=open%2Cpaused');
  expect(listOf({ by: 'unit', code: null })).toBe('/cases?unit=none&status=open%2Cpaused');
});
