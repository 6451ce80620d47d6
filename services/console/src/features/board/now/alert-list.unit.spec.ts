import { describe, expect, it } from '@jest/globals';
import { holdList } from '../../../shared/hold-list.js';
import type { AlertView } from '../board-types.js';
import { keyOf, partOf, placesOf } from './alert-list.js';
import type { AlertRow } from './alert-list.js';

const alert = (id: string) => ({ id }) as AlertView;
const rows: AlertRow[] = [
  { alert: alert('one') },
  { storm: { key: 'storm two', alerts: [alert('two'), alert('three')], minutes: 1 } },
];

describe('rows of alerts that are held', () => {
  it('are drawn once each, as are the alerts of a storm', () => {
    const keys = rows.flatMap(placesOf);
    expect(keys).toEqual(['one', 'storm two', 'two', 'three']);
    expect(holdList(rows, keyOf, { keys, newcomers: 'follow' }).shown).toEqual(rows);
  });
});

describe('what was read of the alerts', () => {
  it('is said while more wait than were read', () => {
    expect(partOf(200, 460, true)).toEqual({ read: 200, more: 260 });
    expect(partOf(200, 200, true)).toBeUndefined();
    expect(partOf(40, 41, false)).toBeUndefined();
  });
});
