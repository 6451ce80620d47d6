import { describe, expect, it } from '@jest/globals';
import { firstTab } from './first-tab.js';

const kept = (text: string | null, minute: number) => ({
  text,
  savedAt: `2026-11-28T08:0${minute}:00.000Z`,
});

describe('the tab that a case opens on', () => {
  it('is the message to the customer unless a note was begun', () => {
    expect(firstTab({ reply: null, note: null })).toBe('reply');
    expect(firstTab({ reply: undefined, note: undefined })).toBe('reply');
    expect(firstTab({ reply: kept('停水', 1), note: null })).toBe('reply');
  });

  it('is the one whose draft is the newest', () => {
    expect(firstTab({ reply: null, note: kept('客户下午在家', 1) })).toBe('note');
    expect(firstTab({ reply: kept('停水', 1), note: kept('客户下午在家', 2) })).toBe('note');
    expect(firstTab({ reply: kept('停水', 3), note: kept('客户下午在家', 2) })).toBe('reply');
  });

  it('is not one whose words were erased', () => {
    expect(firstTab({ reply: null, note: kept(null, 2) })).toBe('reply');
    expect(firstTab({ reply: kept(null, 3), note: kept('客户下午在家', 2) })).toBe('note');
  });
});
