import { describe, expect, it } from '@jest/globals';
import { textMark } from './text-mark.js';

describe('the mark of a text', () => {
  it('is the same for the same words, and another for others', () => {
    expect(textMark('燃气费能分期吗？')).toBe(textMark('燃气费能分期吗？'));
    const texts = ['燃气费能分期吗？', '燃气费能分期吗', 'May I pay by instalments?', ''];
    expect(new Set(texts.map(textMark)).size).toBe(texts.length);
  });
});
