import { expect, it } from '@jest/globals';
import type { Gap } from './chain-words.js';
import { gapOf, gapsBeyond, isAnyLeft } from './ladder-gaps.js';

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

it.each([
  ['concerns fewer people', unreached('a-002'), [unreached('a-001', 'a-002')], true],
  ['names them in another order', unreached('b', 'a'), [unreached('a', 'b')], true],
  ['concerns people of two others', unreached('a', 'b'), [unreached('a'), unreached('b')], false],
  ['is of the whole level by now', unreached(), [unreached('a-001')], false],
  ['was of the whole level', unreached('a-001'), [unreached()], false],
  ['is of another level', { ...unreached('a'), level: 'desk' }, [unreached('a')], false],
])('takes a gap that %s for known or not', (_what, found, known, isKnown) => {
  expect(gapsBeyond([found], known)).toEqual(isKnown ? [] : [found]);
});

it('has something left of what was told while one of its people is concerned', () => {
  expect(isAnyLeft([unreached('a', 'b')], [unreached('b', 'c')])).toBe(true);
  expect(isAnyLeft([unreached('a', 'b')], [unreached('c')])).toBe(false);
  expect(isAnyLeft([nobody, unused], [unused])).toBe(true);
  expect(isAnyLeft([nobody], [unused])).toBe(false);
  expect(isAnyLeft([unreached('a')], [unreached()])).toBe(false);
});

it('takes a gap from what was written down, with a level where it has one', () => {
  const message = { zh: '级', en: 'level' };
  expect(gapOf({ ...unused, level: null, message })).toEqual(unused);
  expect(gapOf({ ...unreached('a-001'), level: 'head', message })).toEqual(unreached('a-001'));
});
