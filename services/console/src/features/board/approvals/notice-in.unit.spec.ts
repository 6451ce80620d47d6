import { expect, it } from '@jest/globals';
import { noticeIn } from './notice-in.js';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 30, 6, minute)).toISOString();
const entry = (name: string, minute: number, data: Record<string, unknown>, text?: string) => ({
  ...{ type: `clearline.case.message-${name}.v2`, occurredAt: at(minute) },
  ...{ data, texts: { text: text ?? null } },
});

it('finds what the customer was written since more time was asked for', () => {
  const entries = [
    entry('held', 1, { messageId: 'm1', channel: 'web' }, 'before it was asked for'),
    entry('held', 11, { messageId: 'm2', channel: 'web' }, 'we need two hours more'),
    entry('sent', 12, { messageId: 'm2', channel: 'web' }),
    entry('held', 13, { messageId: 'm3', channel: 'web', partyId: 'p1' }, 'to a party'),
    entry('held', 14, { messageId: 'm4', channel: 'web' }, 'taken back'),
    entry('undone', 15, { messageId: 'm4' }),
  ];
  expect(noticeIn(entries, at(10))).toEqual({ channel: 'web', text: 'we need two hours more' });
  expect(noticeIn(entries, at(20))).toBeNull();
});
