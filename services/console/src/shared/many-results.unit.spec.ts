import { describe, expect, it } from '@jest/globals';
import { changedMeanwhile, mergeResults } from './many-results.js';

const refused = (index: number, id: string, kind: string) => ({
  ...{ index, case: id, status: 409 },
  problem: { type: `urn:clearline:problem:${kind}` },
});

describe('the results of a command for many cases', () => {
  it('name those that may be tried again: what was refused for another reason would be again', () => {
    const results = [
      { index: 0, case: 'a', status: 200 },
      refused(1, 'b', 'stale-version'),
      refused(2, 'c', 'illegal-transition'),
    ];
    expect(changedMeanwhile(results)).toEqual(['b']);
  });

  it('take the place of those before them', () => {
    const before = [refused(0, 'a', 'stale-version'), { index: 1, case: 'b', status: 202 }];
    const after = mergeResults(before, [{ index: 0, case: 'a', status: 200 }]);
    expect(after).toEqual([{ index: 0, case: 'a', status: 200 }, before[1]]);
    expect(mergeResults(before, [])).toEqual(before);
  });
});
