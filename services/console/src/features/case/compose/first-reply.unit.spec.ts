import { describe, expect, it } from '@jest/globals';
import type { CaseView } from '../case-queries.js';
import { firstReply } from './first-reply.js';

const clock = (state: 'running' | 'met') =>
  ({ kind: 'acknowledge', state }) as CaseView['clocks'][number];
const of = (channel: CaseView['channel'], state: 'running' | 'met' = 'running') => ({
  ...{ channel, clocks: [clock(state)] },
});

describe('a message that is begun', () => {
  it('says that the complaint has arrived, as long as nobody has said so', () => {
    expect(firstReply(of('phone'), {}).kind).toBe('acknowledgement');
    expect(firstReply(of('phone', 'met'), {}).kind).toBe('interim');
  });

  it('goes by the channel of the complaint where that reaches somebody, else by phone', () => {
    const phone = '13800138000';
    expect(firstReply(of('visit'), { phone }).channel).toBe('phone');
    expect(firstReply(of('visit'), { phone: null }).channel).toBe('visit');
    expect(firstReply(of('email'), { phone }).channel).toBe('phone');
    expect(firstReply(of('email'), { phone, to: 'a@example.org' }).channel).toBe('email');
    expect(firstReply(of('app'), { phone }).channel).toBe('app');
  });
});
