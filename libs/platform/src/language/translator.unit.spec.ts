import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createTranslator } from './translator.js';

const translate = createTranslator(
  {
    'it is closed': '已关闭',
    'no case {number}': '没有工单 {number}',
    'no case {number} of {unit}': '{unit} 没有工单 {number}',
    '{stage} lacks {names}': '{stage}还缺：{names}',
  },
  { listen: '倾听', facts: '事实', place: '地点' },
);

describe('A translator', () => {
  it('finds the sentence and puts its values where the other language wants them', () => {
    expect(translate('it is closed')).toBe('已关闭');
    expect(translate('no case 7 of north')).toBe('north 没有工单 7');
    expect(translate('no case 7')).toBe('没有工单 7');
  });

  it('translates values that are words, lists of them, or sentences', () => {
    expect(translate('listen lacks facts, place')).toBe('倾听还缺：事实、地点');
    expect(translate('listen lacks it is closed')).toBe('倾听还缺：已关闭');
  });

  it('takes no sign in a sentence or a value for more than it is', () => {
    const dotted = createTranslator({ 'a.b (c) {x}': '{x}!' }, {});
    expect(dotted('a.b (c) $&')).toBe('$&!');
    expect(dotted('a-b (c) 1')).toBe('a-b (c) 1');
  });

  it('leaves every text that it does not know as it is', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        fc.pre(!/^no case | lacks |^it is closed$/.test(text));
        expect(translate(text)).toBe(text);
      }),
    );
  });
});
