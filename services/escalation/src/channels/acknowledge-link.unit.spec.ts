import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { openLink, sealLink } from './acknowledge-link.js';

const key = Buffer.alloc(32, 7);
const subject = {
  alertId: '019aafe0-0000-7000-8000-000000000001',
  channelId: '019aafe0-0000-7000-8000-000000000002',
};
const until = 1_900_000_000_000;
const token = sealLink(key, subject, until);

describe('the link that acknowledges', () => {
  it('says which alert it is for, and whose, until it expires', () => {
    expect(token).toMatch(/^[\w-]+$/);
    expect(openLink(key, token, until - 1)).toEqual(subject);
    expect(openLink(key, token, until)).toBeUndefined();
  });

  it('is nothing when any of its bytes is another one', () => {
    const bytes = Buffer.from(token, 'base64url');
    for (let index = 0; index < bytes.length; index += 1) {
      const altered = Buffer.from(bytes);
      altered[index]! ^= 1;
      expect(openLink(key, altered.toString('base64url'), 0)).toBeUndefined();
    }
  });

  it('is nothing under another key, cut off, or made up', () => {
    expect(openLink(Buffer.alloc(32, 8), token, 0)).toBeUndefined();
    expect(openLink(key, token.slice(0, -4), 0)).toBeUndefined();
    expect(openLink(key, randomBytes(68).toString('base64url'), 0)).toBeUndefined();
    expect(openLink(key, 'none', 0)).toBeUndefined();
  });
});
