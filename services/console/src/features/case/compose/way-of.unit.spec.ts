import { describe, expect, it } from '@jest/globals';
import { channels } from '../../../shared/channels.js';
import { wayOf } from './way-of.js';

describe('the way of a message', () => {
  it('is no mail where no mail server is set up', () => {
    expect(wayOf('email', true)).toBe('mail');
    expect(wayOf('email', false)).toBe('no-mail');
  });

  it('is by hand or by another system for whatever Clearline does not send itself', () => {
    const ways = channels.map((channel) => [channel, wayOf(channel, false)]);
    expect(Object.fromEntries(ways)).toEqual({
      ...{ phone: 'by-hand', letter: 'by-hand', visit: 'by-hand', email: 'no-mail' },
      ...{ web: 'handed-on', app: 'handed-on', social: 'handed-on' },
    });
  });
});
