import { expect, it } from '@jest/globals';
import { Precedence, type WorkKind } from './precedence.js';

const running = new AbortController().signal;

/** Whether a kind still stands back, as far as the next look tells. */
function stand(precedence: Precedence, kind: WorkKind, behindSince = performance.now()) {
  const state = { waits: 0, isDone: false };
  const done = precedence
    .giveWay(kind, behindSince, running, () => (state.waits += 1))
    .then(() => (state.isDone = true));
  return { state, done };
}

it('lets cases wait for filing and reports for both, and nobody for those behind', async () => {
  const precedence = new Precedence();
  const endFiling = precedence.start('filing');
  const endReports = precedence.start('reports');
  const cases = stand(precedence, 'cases');
  const reports = stand(precedence, 'reports');
  await stand(precedence, 'filing').done;
  expect([cases.state.isDone, reports.state.isDone]).toEqual([false, false]);
  endFiling();
  await cases.done;
  await reports.done;
  expect(cases.state.waits).toBeGreaterThan(0);
  endReports();
});

it('waits for every batch that runs, not for the last one to begin', async () => {
  const precedence = new Precedence();
  const ends = [precedence.start('cases'), precedence.start('cases')];
  const reports = stand(precedence, 'reports');
  ends[0]!();
  await stand(precedence, 'cases').done;
  expect(reports.state.isDone).toBe(false);
  ends[1]!();
  await reports.done;
});

it('never stands back longer than its patience, counted from when it fell behind', async () => {
  const precedence = new Precedence();
  precedence.start('filing');
  precedence.start('cases');
  const { state, done } = stand(precedence, 'cases', performance.now() - 20_000);
  await done;
  await stand(precedence, 'reports', performance.now() - 60_000).done;
  expect(state.waits).toBe(0);
});
