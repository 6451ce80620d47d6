import { describe, expect, it } from '@jest/globals';
import { changedBeside, changedMeanwhile, mergeResults, refusedForGood } from './many-results.js';

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
    expect(refusedForGood(results)).toEqual(['c']);
  });

  it('are asked for again where nothing happened that concerns who has a case or how it stands', () => {
    const changed = (index: number, id: string, ...types: string[]) => {
      const { problem, ...one } = refused(index, id, 'stale-version');
      const at = '2026-01-05T09:00:00.000Z';
      const changes = types.map((type, sequence) => ({ type, sequence, at, actor: null }));
      return { ...one, problem: { ...problem, changes } };
    };
    const results = [
      changed(0, 'called', 'clearline.case.contact-recorded.v2', 'clearline.sla.met.v1'),
      changed(1, 'moved', 'clearline.case.note-added.v1', 'clearline.case.assigned.v2'),
      changed(2, 'unknown'),
      refused(3, 'ended', 'illegal-transition'),
    ];
    expect(changedBeside('assign', results)).toEqual(['called']);
    // A case is not ended over a call that nobody has read of.
    expect(changedBeside('close', results)).toEqual([]);
    // An incident is about whether a case goes on and where it belongs, whoever has it meanwhile.
    expect(changedBeside('join-incident', results)).toEqual(['called', 'moved']);
    const merged = [changed(0, 'merged', 'clearline.case.merged.v1')];
    expect(changedBeside('join-incident', merged)).toEqual([]);
    // An answer that was lost on its way looks like somebody else's note.
    const noted = [changed(0, 'noted', 'clearline.case.note-added.v1')];
    expect(changedBeside('assign', noted)).toEqual(['noted']);
    expect(changedBeside('add-note', noted)).toEqual([]);
    expect(changedBeside('add-note', results)).toEqual(['called']);
    // A unit that answered its order has no say in who owns the case.
    const ordered = [changed(0, 'ordered', 'clearline.case.order-answered.v1')];
    expect(changedBeside('assign', ordered)).toEqual(['ordered']);
    expect(changedBeside('close', ordered)).toEqual([]);
    const asked = [changed(0, 'asked', 'clearline.case.order-given.v1')];
    expect(changedBeside('co-handle', asked)).toEqual([]);
    expect(changedMeanwhile(results)).toEqual(['called', 'moved', 'unknown']);
  });

  it('take the place of those before them', () => {
    const before = [refused(0, 'a', 'stale-version'), { index: 1, case: 'b', status: 202 }];
    const after = mergeResults(before, [{ index: 0, case: 'a', status: 200 }]);
    expect(after).toEqual([{ index: 0, case: 'a', status: 200 }, before[1]]);
    expect(mergeResults(before, [])).toEqual(before);
  });
});
