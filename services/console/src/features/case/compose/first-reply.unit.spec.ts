import { describe, expect, it } from '@jest/globals';
import type { CaseView } from '../case-queries.js';
import { firstReply, isKindChosen } from './first-reply.js';

const clock = (state: 'running' | 'met' | 'breached') =>
  ({ kind: 'acknowledge', state }) as CaseView['clocks'][number];
const of = (channel: CaseView['channel'], state: 'running' | 'met' | 'breached' = 'running') => ({
  ...{ channel, clocks: [clock(state)] },
});

describe('a message that is begun', () => {
  it('says that the complaint has arrived, as long as nobody has said so', () => {
    expect(firstReply(of('phone'), {}).kind).toBe('acknowledgement');
    expect(firstReply(of('phone', 'breached'), {}).kind).toBe('acknowledgement');
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

describe('the kind of a message that was kept', () => {
  const [told, untold] = [{ kind: 'interim' }, { kind: 'acknowledgement' }] as const;

  it('was not chosen where it is what a message is by itself, now or before', () => {
    expect(isKindChosen({ kind: 'interim' }, told)).toBe(false);
    expect(isKindChosen({ kind: 'acknowledgement' }, untold)).toBe(false);
    // Its customer was told since.
    expect(isKindChosen({ kind: 'acknowledgement' }, told)).toBe(false);
  });

  it('was chosen where it is another, or came with a template', () => {
    expect(isKindChosen({ kind: 'final' }, told)).toBe(true);
    expect(isKindChosen({ kind: 'interim' }, untold)).toBe(true);
    expect(isKindChosen({ kind: 'acknowledgement', template: 'arrived' }, told)).toBe(true);
  });
});
