import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { defaultTemplates } from '../../messages/default-templates.js';
import { findPassage } from './find-passage.js';

const note = '客户情绪激动，怀疑是内部泄露。He is lying about the meter! 先别退款';
const wording = defaultTemplates.templates.flatMap(({ text }) => text.split(/\{[^{}]+\}/u));

const letters = (alphabet: string, atLeast: number) =>
  fc.string({ unit: fc.constantFrom(...alphabet), minLength: atLeast, maxLength: atLeast * 4 });
const han = '客户情绪激动怀疑内部泄露先别退款等法务意见再定口径';
const latin = 'abcdefghijklmnopqrstuvwxyz';
const enough = fc.oneof(letters(han, 20), letters(latin, 50));
const noise = fc.constantFrom('', ' ', '，', '\n', '\u200b', '…', ', ');
/** The same text as a careless copy has it: full width, capitals, other spaces and points. */
const disguised = (text: string, between: readonly string[]) =>
  [...text]
    .map((character, index) => {
      const isWide = index % 3 === 0 && latin.includes(character);
      const shown = isWide
        ? String.fromCodePoint(character.codePointAt(0)! + 0xfee0)
        : character.toUpperCase();
      return shown + (between[index % between.length] ?? '');
    })
    .join('');

describe('a passage of a text in a message', () => {
  it('is known by any whole sentence of it, whatever its spacing, width, case and punctuation', () => {
    for (const message of [
      note,
      '您好，客户情绪激动 怀疑是内部泄露，我们会处理',
      '客户情绪激动,怀疑是\u200b内部泄露',
      'Dear Ms Wang,\nＨＥ is lying, about the METER',
    ]) {
      expect(findPassage(message, ['another note', note])).toBe(1);
    }
  });

  it('is not a few words, nor a short sentence that any letter may have', () => {
    for (const message of [
      '您好，先别退款这件事我们会核实',
      'We checked the meter',
      '客户情绪激动',
      'We will call back tomorrow. 已经受理',
    ]) {
      expect(findPassage(message, [note, 'Call back tomorrow.', '已经受理'])).toBe(-1);
    }
    expect(findPassage('anything', [])).toBe(-1);
  });

  it('is found wherever it is cut out, however it is written', () => {
    fc.assert(
      fc.property(
        ...([enough, fc.string(), fc.string(), fc.array(noise, { minLength: 1 })] as const),
        (passage, before, after, between) => {
          const text = `客户${passage}`.concat('，待核实');
          const message = `您好！${before}\n${disguised(passage, between)}\n${after}`;
          expect(findPassage(message, [text])).toBe(0);
        },
      ),
    );
  });

  it('is none where too little of it is there', () => {
    fc.assert(
      fc.property(letters('甲乙丙丁戊己', 40), fc.nat({ max: 20 }), (text, start) => {
        const message = `您好，${text.slice(start, start + 19)}。`;
        expect(findPassage(message, [text])).toBe(-1);
      }),
    );
  });

  it('is none where it is approved wording or was told to the customer before', () => {
    for (const { text } of defaultTemplates.templates) {
      const message = text.replaceAll(/\{[^{}]+\}/gu, '王女士');
      const copied = `照模板：${wording.join('甲')}`;
      expect(findPassage(message, [copied, ...wording], wording)).toBe(-1);
    }
    const told = '抢修预计今天下午五点完成';
    expect(findPassage(`您好，${told}。`, [`${told}。`])).toBe(0);
    expect(findPassage(`您好，${told}。`, [`${told}。`], [`王女士：${told}！`])).toBe(-1);
  });
});
