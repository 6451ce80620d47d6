import { describe, expect, it } from '@jest/globals';
import { quotesNote } from './note-passages.js';

const note = '客户情绪激动，怀疑是内部泄露。He is lying about the meter! 先别退款';

describe('a message that quotes a note', () => {
  it('is known by any whole sentence of it, whatever its spacing, width, case and punctuation', () => {
    for (const message of [
      note,
      '您好，客户情绪激动 怀疑是内部泄露，我们会处理',
      '客户情绪激动,怀疑是\u200b内部泄露',
      'Dear Ms Wang,\nＨＥ is lying, about the METER',
    ]) {
      expect(quotesNote(message, ['another note', note])).toBe(true);
    }
  });

  it('is not one that shares a few words with it', () => {
    for (const message of [
      '您好，先别退款这件事我们会核实',
      'We checked the meter',
      '客户情绪激动',
    ]) {
      expect(quotesNote(message, [note])).toBe(false);
    }
    expect(quotesNote('anything', [])).toBe(false);
  });
});
