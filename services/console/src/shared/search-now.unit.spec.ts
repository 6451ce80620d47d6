import { expect, it } from '@jest/globals';
import { searchNow } from './search-now.js';

const drawn = { pathname: '/app/cases', search: '?status=open' };

it('follows the address before it is drawn', () => {
  const ofWindow = { ...drawn, search: '?status=open&unit=north' };
  expect(searchNow(drawn, ofWindow)).toBe('?status=open&unit=north');
});

it('keeps to what is drawn while the window has the address of the next screen', () => {
  const ofWindow = { pathname: '/app/reports', search: '?period=today' };
  expect(searchNow(drawn, ofWindow)).toBe('?status=open');
});
