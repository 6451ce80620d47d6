import { describe, expect, it } from '@jest/globals';
import { changedBeside, changedMeanwhile, mergeResults, refusedForGood } from './many-results.js';

const refused = (index: number, id: string, kind: string) => ({
  ...{ index, case: id, status: 409 },
  problem: { type: `urn:clearline:problem:${kind}` },
});
const seenVersion = 4;
const given = (results: readonly { case: string }[]) =>
  results.map(({ case: id }) => ({ case: id, expectedVersion: seenVersion }));
const changed = (index: number, id: string, ...types: string[]) => {
  const { problem, ...one } = refused(index, id, 'stale-version');
  const at = '2026-01-05T09:00:00.000Z';
  const changes = types.map((type, sequence) => ({ type, sequence, at, actor: null }));
  const version = seenVersion + Math.max(1, changes.length);
  return { ...one, problem: { ...problem, version, changes } };
};

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
    const beside = (command: string, results: ReturnType<typeof changed>[]) =>
      changedBeside(command, results, given(results)).map(({ case: id }) => id);
    const results = [
      changed(0, 'called', 'clearline.case.contact-recorded.v2', 'clearline.sla.met.v1'),
      changed(1, 'moved', 'clearline.case.note-added.v1', 'clearline.case.assigned.v2'),
      changed(2, 'unknown'),
    ];
    expect(beside('assign', results)).toEqual(['called']);
    const ended = refused(3, 'ended', 'illegal-transition');
    expect(changedBeside('assign', [ended], given([ended]))).toEqual([]);
    // A case is not ended over a call that nobody has read of.
    expect(beside('close', results)).toEqual([]);
    // A new owner is given whatever its priority, its stage or its codes are by now, and not whosever it is.
    const worked = changed(
      ...([0, 'worked', 'clearline.case.priority-changed.v1'] as const),
      ...(['clearline.case.stage-completed.v1', 'clearline.case.codes-amended.v1'] as const),
    );
    expect(beside('assign', [worked])).toEqual(['worked']);
    expect(beside('change-priority', [worked])).toEqual([]);
    for (const name of ['assigned', 'transferred', 'transfer-accepted', 'accused-named', 'merged'])
      expect(beside('assign', [changed(0, name, `clearline.case.${name}.v1`)])).toEqual([]);
    // An incident is about whether a case goes on and where it belongs, whoever has it meanwhile.
    expect(beside('join-incident', results)).toEqual(['called', 'moved']);
    const merged = [changed(0, 'merged', 'clearline.case.merged.v1')];
    expect(beside('join-incident', merged)).toEqual([]);
    // An answer that was lost on its way looks like somebody else's note.
    const noted = [changed(0, 'noted', 'clearline.case.note-added.v1')];
    expect(beside('assign', noted)).toEqual(['noted']);
    expect(beside('add-note', noted)).toEqual([]);
    expect(beside('add-note', results)).toEqual(['called']);
    // A unit that answered its order has no say in who owns the case.
    const ordered = [changed(0, 'ordered', 'clearline.case.order-answered.v1')];
    expect(beside('assign', ordered)).toEqual(['ordered']);
    expect(beside('close', ordered)).toEqual([]);
    const asked = [changed(0, 'asked', 'clearline.case.order-given.v1')];
    expect(beside('co-handle', asked)).toEqual([]);
    expect(changedMeanwhile(results)).toEqual(['called', 'moved', 'unknown']);
  });

  it('are asked for again for the version that was told, and only where all of it was', () => {
    const called = changed(0, 'called', 'clearline.case.contact-recorded.v2');
    expect(changedBeside('assign', [called], given([called]))).toEqual([
      { case: 'called', expectedVersion: 5 },
    ]);
    // Of many changes the latest are told, and before them it may have been given to somebody.
    const { problem } = called;
    const cut = { ...called, problem: { ...problem, version: 6 } };
    expect(changedBeside('assign', [cut], given([cut]))).toEqual([]);
    expect(changedBeside('assign', [called], [{ case: 'called' }])).toEqual([]);
  });

  it('take the place of those before them', () => {
    const before = [refused(0, 'a', 'stale-version'), { index: 1, case: 'b', status: 202 }];
    const after = mergeResults(before, [{ index: 0, case: 'a', status: 200 }]);
    expect(after).toEqual([{ index: 0, case: 'a', status: 200 }, before[1]]);
    expect(mergeResults(before, [])).toEqual(before);
  });
});
