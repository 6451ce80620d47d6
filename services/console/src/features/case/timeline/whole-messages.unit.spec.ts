import { describe, expect, it } from '@jest/globals';
import { withRecipients, withWholeMessages } from './whole-messages.js';

const entry = (name: string, messageId?: string, text?: string) => ({
  type: `clearline.case.${name}.v1`,
  data: messageId === undefined ? {} : { messageId },
  texts: (text === undefined ? {} : { text }) as Record<string, string | null>,
});

describe('a message in the timeline', () => {
  it('is told with its words once it was sent, and waits no more', () => {
    const entries = [entry('message-held', 'm', 'we look into it'), entry('message-sent', 'm')];
    expect(withWholeMessages(entries)).toEqual([entry('message-sent', 'm', 'we look into it')]);
  });

  it('keeps its words when it was taken back', () => {
    const entries = [entry('message-held', 'm', 'wrong'), entry('message-undone', 'm')];
    expect(withWholeMessages(entries)).toEqual([entry('message-undone', 'm', 'wrong')]);
  });

  it('waits while it is held, whatever became of others', () => {
    const entries = [
      entry('message-held', 'm', 'first'),
      entry('message-held', 'n', 'second'),
      entry('message-sent', 'm'),
      entry('note-added', undefined, 'n'),
    ];
    expect(withWholeMessages(entries)).toEqual([
      entry('message-held', 'n', 'second'),
      entry('message-sent', 'm', 'first'),
      entry('note-added', undefined, 'n'),
    ]);
  });
});

describe('what passed with a party', () => {
  const named = (name: string | null, partyId = 'p') => ({
    type: 'clearline.case.party-named.v2',
    data: { partyId, role: 'tenant' },
    texts: { name } as Record<string, string | null>,
  });
  const passed = (name: string, partyId: string | null = 'p') => ({
    type: `clearline.case.${name}.v2`,
    data: { messageId: 'm', ...(partyId !== null && { partyId }) },
    texts: {} as Record<string, string | null>,
  });
  const recipients = (entries: Parameters<typeof withRecipients>[0]) =>
    withRecipients(withWholeMessages(entries)).map(({ data }) => data['recipient']);

  it('says with whom, by the name that was told last', () => {
    const entries = [named('Feng'), named('Li', 'q'), named('Ms Feng')];
    expect(recipients([...entries, passed('contact-recorded')]).at(-1)).toBe('Ms Feng');
    expect(recipients([...entries, passed('contact-recorded', null)]).at(-1)).toBeUndefined();
    expect(recipients(entries)).toEqual([undefined, undefined, undefined]);
  });

  it('says so of a message that was taken back, whose event names nobody', () => {
    const undone = { ...passed('message-undone'), data: { messageId: 'm' } };
    expect(recipients([named('Feng'), passed('message-held'), undone])).toEqual([
      undefined,
      'Feng',
    ]);
  });

  it('says what they are where the name was erased', () => {
    expect(recipients([named(null), passed('message-sent')]).at(-1)).toBe('tenant');
  });
});
