import { describe, expect, it } from '@jest/globals';
import { wilsonShare } from '../domain/wilson-interval.js';
import { toCsv } from './report-csv.js';

const row = (group: string, satisfied: number, answered: number) => ({
  ...{ group, answered, csat: wilsonShare(satisfied, answered), insufficient: answered < 30 },
});

describe('a report as CSV', () => {
  it('says of each share at the end of the line whether it rests on too little', () => {
    const rows = [row('north', 6, 12), row('south', 20, 30)];
    const [head, north, south] = toCsv({ rows, totals: {} }).split('\r\n');
    expect(head).toBe(
      'group,answered,csat.n,csat.rate,csat.low,csat.high,insufficient,csat.insufficient',
    );
    expect(north).toMatch(/^north,12,12,0\.5,.*,true,true$/);
    expect(south).toMatch(/^south,30,30,0\.6666666666666666,.*,false,false$/);
  });

  it('says it of a mean by how many it is of', () => {
    const rows = [{ group: 'north', handled: 12, secondsPerCase: 90 }];
    expect(toCsv({ rows, totals: {} }, { secondsPerCase: 'handled' })).toBe(
      'group,handled,secondsPerCase,secondsPerCase.insufficient\r\nnorth,12,90,true\r\n',
    );
  });

  it('has the totals where there are no groups, and nothing of shares where there are none', () => {
    expect(toCsv({ rows: [], totals: { received: 2 } })).toBe('group,received\r\nall,2\r\n');
  });

  it('quotes what has a comma in it', () => {
    const rows = [{ group: 'north, "old"', received: 1 }];
    expect(toCsv({ rows, totals: {} })).toContain('"north, ""old""",1');
  });
});
