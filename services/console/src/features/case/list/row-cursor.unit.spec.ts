import { describe, expect, it } from '@jest/globals';
import { RowCursor } from './row-cursor.js';

describe('the row that keys are at', () => {
  it('is the first one at first, and stays within the list', () => {
    const cursor = new RowCursor();
    expect(cursor.move(['a', 'b'], 1)).toBe(0);
    expect(cursor.move(['a', 'b'], 1)).toBe(1);
    expect(cursor.move(['a', 'b'], 1)).toBeUndefined();
    expect(cursor.id).toBe('b');
  });

  it('is the same case when others come above it', () => {
    const cursor = new RowCursor();
    cursor.move(['a', 'b'], 1);
    expect(cursor.move(['new', 'a', 'b'], 1)).toBe(2);
  });

  it('begins anew where its case has left the list', () => {
    const cursor = new RowCursor();
    cursor.move(['gone', 'a'], 1);
    expect(cursor.move(['a', 'b'], 1)).toBe(0);
  });

  it('tells those who draw it', () => {
    const cursor = new RowCursor();
    const told: (string | undefined)[] = [];
    const stop = cursor.subscribe(() => told.push(cursor.id));
    cursor.move(['a', 'b'], 1);
    stop();
    cursor.move(['a', 'b'], 1);
    expect(told).toEqual(['a']);
  });
});
