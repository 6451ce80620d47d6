import { describe, expect, it } from '@jest/globals';
import { answerParts, asItCame, byCall } from './answer-parts.js';

const app = { id: '1', channel: 'app' } as const;
const phone = { id: '2', channel: 'phone' } as const;
const mail = { id: '3', channel: 'email' } as const;

describe('how each customer of an incident is answered', () => {
  it('is as they came, and whoever phoned is called', () => {
    const plan = answerParts([app, phone, mail], { way: asItCame, others: byCall }, true);
    expect(plan).toEqual({ parts: [{ cases: [app, mail] }], toCall: [phone] });
  });

  it('is another way for those who phoned or wrote mails that nobody can answer from here', () => {
    const plan = answerParts([app, phone, mail], { way: asItCame, others: 'letter' }, false);
    const rest = { channel: 'letter', cases: [phone, mail] };
    expect(plan).toEqual({ parts: [{ cases: [app] }, rest], toCall: [] });
  });

  it('is one way for all where one is named, and no message where all are called', () => {
    expect(answerParts([app, phone], { way: 'web' }, true)).toEqual({
      ...{ parts: [{ channel: 'web', cases: [app, phone] }], toCall: [] },
    });
    expect(answerParts([phone], { way: asItCame, others: byCall }, true)).toEqual({
      ...{ parts: [], toCall: [phone] },
    });
  });
});
