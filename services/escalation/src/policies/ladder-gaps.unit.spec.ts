import { expect, it } from '@jest/globals';
import type { Gap } from './chain-words.js';
import { gapOf, gapsBeyond } from './ladder-gaps.js';

const unused: Gap = { rule: 'unused-ladder', ladder: 'idle' };
const nobody: Gap = { rule: 'nobody', ladder: 'public', level: 'head' };
const unreached = (...people: string[]): Gap => ({
  ...{ rule: 'no-channel', ladder: 'public', level: 'head', people },
});

it('finds beyond what is known other ladders, levels, rules and people', () => {
  expect(gapsBeyond([unused, nobody], [])).toEqual([unused, nobody]);
  expect(gapsBeyond([unused, nobody], [nobody, unused])).toEqual([]);
  const further = { ...nobody, level: 'desk' };
  expect(gapsBeyond([nobody, further], [nobody, unused])).toEqual([further]);
  const more = unreached('a-001', 'a-002');
  expect(gapsBeyond([more], [unreached('a-001')])).toEqual([more]);
});

it('takes a gap from what was written down, with a level where it has one', () => {
  const message = { zh: '级', en: 'level' };
  expect(gapOf({ ...unused, level: null, message })).toEqual(unused);
  expect(gapOf({ ...unreached('a-001'), level: 'head', message })).toEqual(unreached('a-001'));
});
