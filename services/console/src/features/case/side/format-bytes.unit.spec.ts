import { expect, it } from '@jest/globals';
import { formatBytes } from './format-bytes.js';

it.each([
  [14, '14 byte'],
  [2_048, '2 kB'],
  [5.5 * 1_024 ** 2, '5.5 MB'],
])('writes a size of %d bytes as %s', (bytes, words) => {
  expect(formatBytes(bytes, 'en')).toBe(words);
});
