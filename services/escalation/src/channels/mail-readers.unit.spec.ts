import { describe, expect, it } from '@jest/globals';
import { readersOf } from './mail-readers.js';
import type { NamedReaders, ReaderChannel } from './mail-readers.js';
import type { ToldAlert } from './told-alert.js';

const channel = (
  agentId: string | null,
  unit: string | null,
  ...roles: ReaderChannel['roles']
): ReaderChannel => ({
  ...{ id: agentId ?? 'desk', subject: '', username: agentId ?? 'desk', agentId, unit, roles },
  ...{ email: '', language: 'en', timeZone: 'UTC', desks: unit === null ? [] : [unit] },
});
const desk = channel(null, null, 'supervisor');
const north = channel('s-101', 'north', 'supervisor');
const east = channel('s-102', 'north-east', 'supervisor');
const south = channel('s-103', 'south', 'supervisor');
const agent = channel('a-001', 'south', 'agent');
const all = [desk, north, east, south, agent];

const alert = { audience: 'supervisor', owner: 'a-001' } as unknown as ToldAlert;
const naming = (people: string[], units: string[]): NamedReaders => ({
  people: () => new Set(people),
  units: () => new Set(units),
});
const told = (named: NamedReaders, shown = all, ofDesk?: string) =>
  readersOf({ ...alert, ...(ofDesk && { desk: ofDesk }) }, shown, named).map(
    ({ username }) => username,
  );

describe('whom an alert is mailed to', () => {
  it('is everybody of the audience where its level names nobody', () => {
    expect(told(naming([], []))).toEqual(['desk', 's-101', 's-102', 's-103']);
  });

  it('is the unit that its level names and those beneath it, of the audience alone', () => {
    expect(told(naming([], ['north', 'north-east']))).toEqual(['s-101', 's-102']);
    expect(told(naming([], ['south']))).toEqual(['s-103']);
  });

  it('is whom its level names, whatever their role, beside the unit', () => {
    expect(told(naming(['a-001'], []))).toEqual(['a-001']);
    expect(told(naming(['a-001'], ['north']))).toEqual(['s-101', 'a-001']);
  });

  it('is a whole desk besides, its agents too: with the unit that is named, or with everybody', () => {
    expect(told(naming([], ['south']), all, 'south')).toEqual(['s-103', 'a-001']);
    const everybody = ['desk', 's-101', 's-102', 's-103', 'a-001'];
    expect(told(naming([], []), all, 'south')).toEqual(everybody);
    expect(told(naming([], ['south']), [desk, north], 'south')).toEqual(['desk', 's-101']);
  });

  it('is the audience where nobody of those named has a channel or may see the case', () => {
    expect(told(naming(['s-999'], ['west']))).toEqual(['desk', 's-101', 's-102', 's-103']);
    expect(told(naming(['a-001'], []), [desk, north])).toEqual(['desk', 's-101']);
  });

  it('is supervisors outside the line where the last level is kept away with all of its audience', () => {
    const at = '2026-01-05T09:00:00.000Z';
    const last = { step: 'head', level: 2, audience: 'manager', at };
    const passedOver = [{ ...last, why: 'kept' as const }];
    const ofManagers = { ...alert, audience: 'manager', told: [last] };
    const shown = [north, agent];
    expect(readersOf({ ...ofManagers, passedOver }, shown, naming([], []))).toEqual([north]);
    expect(readersOf(ofManagers, shown, naming([], []))).toEqual([]);
  });
});
