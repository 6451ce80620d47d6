import { describe, expect, it } from '@jest/globals';
import { freshProgress, planHistory, type CaseProgress } from './plan-history.js';
import type { RowHistory } from './interpret-row.js';

function replay(rows: Partial<RowHistory>[]) {
  let progress: CaseProgress = freshProgress;
  const steps = rows.map((row, index) => {
    const planned = planHistory(progress, { isPaused: false, at: index, ...row }, index);
    progress = planned.progress;
    return planned.step;
  });
  return { progress, steps };
}
const status = (name: string) => ({ step: { status: name } });

describe('planHistory', () => {
  it('says an outcome once', () => {
    const { steps } = replay([
      { ...status('Resolved'), outcome: 'resolved' },
      { ...status('Resolved'), outcome: 'resolved' },
    ]);
    expect(steps.map((step) => step?.outcome)).toEqual(['resolved', undefined]);
  });

  it('reopens an ended case that goes on with another status, and ends it again', () => {
    const { steps, progress } = replay([
      { ...status('Closed'), outcome: 'closed' },
      status('In Progress'),
      { ...status('Closed'), outcome: 'closed' },
    ]);
    expect(steps.map((step) => step?.outcome)).toEqual(['closed', 'reopened', 'closed']);
    expect(progress.hasEnded).toBe(true);
  });

  it('starts and ends a pause once', () => {
    const { steps } = replay([
      { ...status('Wait'), isPaused: true },
      { ...status('Wait - User'), isPaused: true },
      status('In Progress'),
      status('In Progress'),
    ]);
    expect(steps.map((step) => step?.pause)).toEqual(['start', undefined, 'end', undefined]);
  });

  it('invents no instant for an outcome without one', () => {
    const { steps, progress } = replay([{ at: undefined, ...status('Solved'), outcome: 'closed' }]);
    expect(steps).toEqual([{ at: 0, step: { status: 'Solved' } }]);
    expect(progress.hasEnded).toBe(true);
  });
});
