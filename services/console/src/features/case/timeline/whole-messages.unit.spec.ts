import { describe, expect, it } from '@jest/globals';
import { withWholeMessages } from './whole-messages.js';

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
