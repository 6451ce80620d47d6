import { describe, expect, it } from '@jest/globals';
import { bodyOfForm } from './to-body.js';

describe('the body of a command', () => {
  it('leaves out what was left empty', () => {
    const form = {
      note: '  ',
      reason: 'other',
      clocks: [],
      notice: { text: '' },
      confirmed: false,
    };
    expect(bodyOfForm(form)).toEqual({ reason: 'other' });
  });

  it('keeps zero, and words without the space around them', () => {
    expect(bodyOfForm({ cost: 0, text: ' 退款 ' })).toEqual({ cost: 0, text: '退款' });
  });

  it('writes instants as text, also inside of other fields', () => {
    const at = new Date('2026-03-02T02:00:00Z');
    expect(bodyOfForm({ evidence: { listen: { happenedAt: at } } })).toEqual({
      evidence: { listen: { happenedAt: '2026-03-02T02:00:00.000Z' } },
    });
  });
});
