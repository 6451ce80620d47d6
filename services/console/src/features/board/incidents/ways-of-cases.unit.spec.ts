import { describe, expect, it } from '@jest/globals';
import { waysOfCases } from './ways-of-cases.js';

const came = (...channels: ('phone' | 'visit' | 'email' | 'app')[]) =>
  channels.map((channel) => ({ channel }));

describe('how the customers of an incident are reached', () => {
  it('is told by channel, and apart from them who has to be called', () => {
    expect(waysOfCases(came('app', 'phone', 'email', 'visit', 'email', 'phone', 'phone'))).toEqual({
      written: [
        ['email', 2],
        ['app', 1],
      ],
      toCall: [
        ['phone', 3],
        ['visit', 1],
      ],
    });
  });

  it('names no way that nobody came by', () => {
    expect(waysOfCases(came('phone'))).toEqual({ written: [], toCall: [['phone', 1]] });
    expect(waysOfCases([])).toEqual({ written: [], toCall: [] });
  });
});
