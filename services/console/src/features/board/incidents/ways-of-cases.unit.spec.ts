import { describe, expect, it } from '@jest/globals';
import { senderOf, waysOfCases } from './ways-of-cases.js';

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
      byMail: 0,
      reached: 3,
    });
  });

  it('names no way that nobody came by', () => {
    const none = { written: [], toCall: [], byMail: 0, reached: 0 };
    expect(waysOfCases(came('phone'))).toEqual({ ...none, toCall: [['phone', 1]] });
    expect(waysOfCases([])).toEqual(none);
  });

  it('counts those that came by mail apart where no mail can be sent', () => {
    expect(waysOfCases(came('email', 'app', 'email'), false)).toEqual({
      ...{ written: [['app', 1]], toCall: [], byMail: 2, reached: 1 },
    });
  });

  it('is told with who sends it', () => {
    const senders = (['email', 'letter', 'app'] as const).map(senderOf);
    expect(senders).toEqual(['mail', 'by-hand', 'handed-on']);
  });
});
