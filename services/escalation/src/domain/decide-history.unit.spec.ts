import { describe, expect, it } from '@jest/globals';
import { hour, names, open, received, run } from '../../test/given-case.js';
import type { Given } from '../../test/given-case.js';
import type { CaseCommand } from './case-command.js';

type History = Extract<CaseCommand, { type: 'record-history' }>;
const said = (changes: Partial<History>): CaseCommand => ({ type: 'record-history', ...changes });
const waits = said({ pause: 'start', pauseReason: 'awaiting-third-party' });
const goesOn = said({ pause: 'end' });
const imported = (...steps: [CaseCommand, number][]) =>
  run([[open({}, true), received], ...steps], true);

function clocksOf({ state }: Given, kind: string) {
  if (state.stage === 'none') throw new Error('no case');
  return state.clocks.filter((clock) => clock.kind === kind);
}

describe('a history whose source paused its clocks', () => {
  it('pauses the clocks that may be paused, and never the statutory one', () => {
    const given = imported([waits, received + hour], [goesOn, received + 3 * hour]);
    const from = received + hour;
    const pause = { from, to: received + 3 * hour, reason: 'awaiting-third-party' };
    expect(clocksOf(given, 'resolution')).toMatchObject([{ state: 'running', pauses: [pause] }]);
    expect(clocksOf(given, 'statutory')[0]).not.toHaveProperty('pauses');
  });

  it('ends the pause before an outcome that comes with its end', () => {
    const resolved = said({ pause: 'end', outcome: 'resolved' });
    const given = imported([waits, received + hour], [resolved, received + 2 * hour]);
    expect(names(given)).toContain('clockResumed');
    expect(clocksOf(given, 'resolution')).toMatchObject([
      { state: 'met', pauses: [{ to: received + 2 * hour }] },
    ]);
  });

  it('reopens a case that waits again, and pauses its new clocks', () => {
    const given = imported(
      [said({ outcome: 'resolved' }), received + hour],
      [said({ ...waits, outcome: 'reopened' } as Partial<History>), received + 5 * hour],
    );
    const [first, second] = clocksOf(given, 'resolution');
    expect(first).not.toHaveProperty('pauses');
    expect(second).toMatchObject({ state: 'paused', pauses: [{ from: received + 5 * hour }] });
  });

  it('goes on where there is nothing to pause or to resume', () => {
    const given = imported(
      [goesOn, received + hour],
      [said({ outcome: 'closed' }), received + 2 * hour],
      [waits, received + 3 * hour],
    );
    expect(names(given)).not.toContain('clockPaused');
    expect(names(given)).not.toContain('clockResumed');
  });
});
