import { describe, expect, it } from '@jest/globals';
import { holdsBack, isSameSeen, mergeSeen, unseenOf, withSeen } from './seen.js';

const entry = (sequence: number, actor: string | null, type = 'clearline.case.note-added.v1') => ({
  ...{ sequence, actor, type, data: {} },
});
const isOwn = (who: string | null) => who === 'agent';

describe('what somebody has seen of a case', () => {
  it('moves on over entries that were read without a gap', () => {
    expect(withSeen({ upTo: 3, beyond: [] }, [5])).toEqual({ upTo: 3, beyond: [5] });
    expect(withSeen({ upTo: 3, beyond: [5] }, [4])).toEqual({ upTo: 5, beyond: [] });
    expect(withSeen({ upTo: 3, beyond: [] }, [1, 2])).toEqual({ upTo: 3, beyond: [] });
  });

  it('is what was read on either of two devices', () => {
    const here = { upTo: 3, beyond: [5, 8] };
    const there = { upTo: 4, beyond: [6] };
    expect(mergeSeen(here, there)).toEqual({ upTo: 6, beyond: [8] });
    expect(mergeSeen(there, here)).toEqual({ upTo: 6, beyond: [8] });
    expect(isSameSeen(mergeSeen(here, here), here)).toBe(true);
    expect(isSameSeen(here, there)).toBe(false);
    expect(isSameSeen(here, null)).toBe(false);
  });

  it('is everything that they did themselves', () => {
    const entries = [entry(1, 'agent'), entry(2, 'supervisor'), entry(3, 'agent'), entry(4, null)];
    const unseen = unseenOf(entries, { upTo: 1, beyond: [] }, isOwn);
    expect(unseen.map(({ sequence }) => sequence)).toEqual([2, 4]);
  });

  it('does not wait for the passing of time', () => {
    expect(holdsBack(entry(1, null, 'clearline.sla.warning-reached.v1'))).toBe(false);
    expect(holdsBack(entry(1, 'supervisor'))).toBe(true);
  });

  it('waits for what people do to clocks, not for what clocks do beside a command', () => {
    expect(holdsBack(entry(1, 'supervisor', 'clearline.sla.clock-paused.v2'))).toBe(true);
    expect(holdsBack(entry(1, 'supervisor', 'clearline.sla.extension-refused.v1'))).toBe(true);
    expect(holdsBack(entry(1, 'supervisor', 'clearline.sla.clock-started.v1'))).toBe(false);
    expect(holdsBack(entry(1, null, 'clearline.sla.clock-paused.v2'))).toBe(false);
  });
});
