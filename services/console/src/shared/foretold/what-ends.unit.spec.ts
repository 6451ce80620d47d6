import { describe, expect, it } from '@jest/globals';
import { dueBefore, endingWith, isStillToTell } from './what-ends.js';
import type { ForetoldClock } from './what-ends.js';

const clock = (kind: string, more: Partial<ForetoldClock> = {}): ForetoldClock => ({
  ...{ clockId: kind, kind, state: 'running', dueAt: '2026-03-02T10:00:00Z' },
  ...more,
});
const ids = (clocks: readonly ForetoldClock[]) => clocks.map(({ clockId }) => clockId);
const stage = (name: string) => clock('stage', { clockId: `stage:${name}`, stage: name });

describe('what ends with a stage that is passed over', () => {
  const clocks = [
    ...[stage('control'), clock('acknowledge'), clock('resolution', { state: 'paused' })],
    clock('external', { state: 'breached' }),
    clock('next-update', { state: 'breached', stoppedAt: '2026-03-02T11:00:00Z' }),
    clock('statutory', { state: 'met' }),
  ];

  it('is the clock of the stage alone while the customer is still to be told', () => {
    const untold = { clocks, missing: ['acknowledged', 'emotionLevel'] };
    expect(ids(endingWith('control', untold))).toEqual(['stage:control']);
    expect(isStillToTell('control', untold)).toBe(true);
  });

  it('is the acknowledgement too where the customer was told', () => {
    const told = { clocks, missing: ['emotionLevel'] };
    expect(ids(endingWith('control', told))).toEqual(['stage:control', 'acknowledge']);
    expect(isStillToTell('control', told)).toBe(false);
  });

  it('is every clock that goes on where the case is resolved by it', () => {
    const last = { clocks: [stage('resolve'), ...clocks.slice(1)], missing: ['resolution'] };
    expect(ids(endingWith('resolve', last))).toEqual([
      ...['stage:resolve', 'acknowledge', 'resolution', 'external'],
    ]);
  });
});

describe('what falls due before a snooze ends', () => {
  const at = (hour: number) => `2026-03-02T${hour}:00:00Z`;
  const now = Date.parse(at(10));

  it('is what runs, the earliest first', () => {
    const clocks = [
      ...[clock('late', { dueAt: at(13) }), clock('soon', { dueAt: at(11) })],
      ...[clock('after', { dueAt: at(14) }), clock('past', { dueAt: at(10), state: 'breached' })],
      clock('still', { dueAt: at(11), state: 'paused' }),
    ];
    expect(ids(dueBefore(clocks, now, Date.parse(at(14))))).toEqual(['soon', 'late']);
  });
});
