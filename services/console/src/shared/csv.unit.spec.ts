import { describe, expect, it } from '@jest/globals';
import { toCsv } from './csv.js';

describe('a table as CSV', () => {
  it('keeps numbers, quotes what needs it, and leaves empty what is not known', () => {
    const rows = [
      ['分组', '受理, 件'],
      ['他说"好"', -0.5],
      ['', null],
    ];
    expect(toCsv(rows)).toBe('\uFEFF分组,"受理, 件"\r\n"他说""好""",-0.5\r\n,\r\n');
  });

  it('lets no text be a formula', () => {
    expect(toCsv([['=1+1', '@cmd', '-3', 'a=b']])).toBe("\uFEFF'=1+1,'@cmd,'-3,a=b\r\n");
  });
});
