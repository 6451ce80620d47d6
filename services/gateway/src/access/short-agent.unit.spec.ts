import { describe, expect, it } from '@jest/globals';
import { shortAgent } from './short-agent.js';

const windows = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)';
const chrome = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36';
const phone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X)';
const safari = 'AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5';

describe('what is told of a User-Agent', () => {
  it.each([
    [`${windows} ${chrome}`, 'Chrome · Windows'],
    [`${windows} ${chrome} Edg/142.0.0.0`, 'Edge · Windows'],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0', 'Firefox · Linux'],
    [`${phone} ${safari} Mobile/15E148 Safari/604.1`, 'Safari · iOS'],
    [`Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${safari} Safari/605.1.15`, 'Safari · macOS'],
    [
      'Mozilla/5.0 (Linux; Android 14) Chrome/130.0 Mobile Safari/537.36 MicroMessenger/8.0',
      'WeChat · Android',
    ],
    ['curl/8.5.0', 'curl/8.5.0'],
    ['node', 'node'],
  ])('of %s is short: %s', (header, told) => {
    expect(shortAgent(header)).toBe(told);
  });

  it('is nothing where nothing was said, and never long', () => {
    expect([undefined, '', ' ', '\u0000电话'].map((header) => shortAgent(header))).toEqual([
      ...[undefined, undefined, undefined, undefined],
    ]);
    expect(shortAgent('x'.repeat(5_000))).toHaveLength(60);
  });
});
