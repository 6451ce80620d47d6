import { describe, expect, it } from '@jest/globals';
import { columnWidth } from './column-width.js';

describe('a column', () => {
  it('is as wide as it was meant to be where its words are short', () => {
    expect(columnWidth('Unit', ['North', 'South and the harbour'], { least: 150 })).toBe(150);
  });

  it('has room for the longest word of its heading and of its lines', () => {
    const narrow = columnWidth('Severity', [], { least: 40 });
    expect(narrow).toBeGreaterThan(8 * 7);
    const clocks = columnWidth('Clock', ['Acknowledgement'], { least: 40 });
    expect(clocks).toBeGreaterThan(15 * 7);
    const some = columnWidth('Clock', ['Next update'], { least: 40 });
    expect(some).toBeLessThan(columnWidth('Clock', ['Nextupdate'], { least: 40 }));
  });

  it('of names, which are bold, has room for a long word at the least width too', () => {
    const name = ['Acknowledgement'];
    const plain = columnWidth('Clock', name, { least: 40 });
    expect(columnWidth('Clock', name, { least: 40, isBold: true })).toBeGreaterThan(plain + 20);
    expect(columnWidth('Clock', name, { least: 160, isBold: true })).toBeGreaterThan(160);
  });

  it('breaks Chinese after any sign, and codes where they get too long', () => {
    const name = '华南区域客户服务中心';
    expect(columnWidth('部门', [name], { least: 90 })).toBe(90);
    expect(columnWidth('Owner', ['x'.repeat(500)], { least: 90, most: 200 })).toBeLessThan(230);
  });
});
