import { describe, expect, it } from '@jest/globals';
import { holdList } from '../../../shared/hold-list.js';
import type { AlertView } from '../board-types.js';
import { keyOf, placesOf } from './alert-list.js';
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
