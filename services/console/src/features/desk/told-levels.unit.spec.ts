import { describe, expect, it } from '@jest/globals';
import { toldLevels } from './told-levels.js';

const entry = (type: string, second: number, data: Record<string, unknown>) => ({
  ...{ type: `clearline.${type}`, data },
  recordedAt: new Date(Date.parse('2026-11-02T01:00:00.000Z') + second * 1_000).toISOString(),
});
const opened = entry('case.opened.v3', 0, { unit: 'north' });

describe('whom the alerts of a case told at once', () => {
  it('is named, of whichever version they are', () => {
    const entries = [
      opened,
      entry('alert.raised.v3', 1, { audience: 'supervisor', unit: 'north' }),
      entry('alert.raised.v4', 2, { audience: 'manager', people: ['m-001'] }),
      entry('alert.held.v2', 2, { audience: 'admin' }),
      entry('alert.raised.v4', 2, {}),
    ];
    expect(toldLevels(entries)).toEqual([
      { audience: 'supervisor', unit: 'north', people: [] },
      { audience: 'manager', people: ['m-001'] },
    ]);
  });

  it('is nobody whom an alert told later', () => {
    const late = entry('alert.raised.v4', 61, { audience: 'manager' });
    expect(toldLevels([opened, late])).toBeNull();
    const alerts = [entry('alert.raised.v4', 60, { audience: 'agent' }), late];
    expect(toldLevels([opened, ...alerts])).toEqual([{ audience: 'agent', people: [] }]);
  });

  it('is known to be nobody whom its reader is told of, once there is an alert', () => {
    expect(toldLevels([])).toBeNull();
    expect(toldLevels([opened])).toBeNull();
    expect(toldLevels([opened, entry('alert.raised.v4', 1, {})])).toEqual([]);
  });
});
